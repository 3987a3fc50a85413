import type { IncomingMessage } from 'node:http';

/** The upgrade request as a `Request`. Undefined when its URL or headers are invalid. */
export function requestOf({ headers, method = 'GET', url = '/' }: IncomingMessage): Request | undefined {
  try {
    const copied = new Headers();
    for (const [name, value] of Object.entries(headers))
      for (const one of [value ?? []].flat()) copied.append(name, one);
    return new Request(new URL(url, `http://${headers.host ?? 'localhost'}`), { method, headers: copied });
  } catch {
    return undefined;
  }
}
