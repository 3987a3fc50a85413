/**
 * The ETags of an If-Match header that matches its schema, without quotes. Null: any version, because the header is `*` or
 * missing.
 *
 * RFC 9110 compares strongly here. The desk sends only strong ETags, so a weak one is a strong one that a proxy changed, for
 * example to compress the body. It counts as the strong one.
 */
export const ifMatchTags = (header: string | undefined): readonly string[] | null =>
  header === undefined || header === '*'
    ? null
    : Array.from(header.matchAll(/"([^"]*)"/g), ([, tag]) => tag!);
