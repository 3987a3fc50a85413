import type { Json, Method, OpenApiDocument, Operation } from '@chat-ticket/contract/openapi';

const quoted = (text: string) =>
  /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;

/** An address for the shell. Double quotes keep `$DESK`; everything else in it is encoded for a URL. */
const inShell = (url: string) => (url.startsWith('$') ? `"${url}"` : quoted(url));

/** Where commands send their requests: the address that the document names, or the shell’s variable. */
export const baseOf = ({ servers: [server] }: OpenApiDocument): string =>
  server.url === '/' ? '$DESK' : server.url.replace(/\/$/, '');

/**
 * A curl command for a POSIX shell that calls the operation. The token is `$TOKEN`. `base` is an address, or `$DESK`.
 */
export function curlCommand(
  base: string,
  method: Method,
  path: string,
  { parameters, security }: Operation,
  body: Json | undefined,
): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (placeholder, name) => {
    const example = parameters.find(
      (parameter) => parameter.in === 'path' && parameter.name === name,
    )?.example;
    return example === undefined ? placeholder : encodeURIComponent(String(example));
  });
  const query = new URLSearchParams();
  for (const { in: place, name, example } of parameters)
    if (place === 'query' && example !== undefined) query.set(name, String(example));
  const url = base + filled + (query.size > 0 ? `?${query}` : '');
  const lines = [`curl ${method === 'get' ? '' : `-X ${method.toUpperCase()} `}${inShell(url)}`];
  if (security?.length !== 0) lines.push('-H "Authorization: Bearer $TOKEN"');
  if (body !== undefined) {
    lines.push(`-H 'Content-Type: application/json'`, `-d ${quoted(JSON.stringify(body))}`);
  }
  return lines.join(' \\\n  ');
}
