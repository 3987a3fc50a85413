import type { Env, Handler } from 'hono';

/** Serves a text that never changes while the process runs. Its bytes and its ETag are made once, at its first use. */
export function staticPage<E extends Env>(
  contentType: string,
  headers: Record<string, string>,
  text: () => string | Promise<string>,
): Handler<E> {
  const create = async () => {
    const bytes = Uint8Array.from(new TextEncoder().encode(await text()));
    return { bytes, ETag: await etagOf(bytes) };
  };
  let page: ReturnType<typeof create> | undefined;
  return async (c) => {
    const { bytes, ETag } = await (page ??= create());
    return c.body(bytes, 200, { ...headers, ETag, 'Content-Type': contentType });
  };
}

async function etagOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return `"${Array.from(digest.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('')}"`;
}
