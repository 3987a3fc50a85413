import type { Json, Method, Operation } from '@chat-ticket/contract/openapi';

const quoted = (text: string) =>
  /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;

/** A curl command for a POSIX shell that calls the operation. The token is `$TOKEN`. */
export function curlCommand(
  origin: string,
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
  const url = origin + filled + (query.size > 0 ? `?${query}` : '');
  const lines = [`curl ${method === 'get' ? '' : `-X ${method.toUpperCase()} `}${quoted(url)}`];
  if (security?.length !== 0) lines.push('-H "Authorization: Bearer $TOKEN"');
  if (body !== undefined) {
    lines.push(`-H 'Content-Type: application/json'`, `-d ${quoted(JSON.stringify(body))}`);
  }
  return lines.join(' \\\n  ');
}
