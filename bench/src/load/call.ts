import { basePath } from '@chat-ticket/contract';
import { Client } from 'undici';

export type Call = {
  method: 'GET' | 'PUT' | 'POST';
  /** The path after the base path. */
  path: string;
  token: string;
  headers?: Record<string, string>;
  body?: object;
  status: number;
  /** Throws if the body is not the expected one. */
  check: (body: unknown) => void;
};

/** One keep-alive connection that sends one call at a time. */
export type Connection = {
  /** Sends the call, checks the response and returns its body. */
  send(call: Call): Promise<string>;
};

export function connect(url: string): Connection {
  const client = new Client(url);
  return {
    send: async ({ method, path, token, headers, body, status, check }) => {
      const { statusCode, body: responseBody } = await client.request({
        method,
        path: basePath + path,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body ? { 'content-type': 'application/json' } : {}),
          ...headers,
        },
        body: body ? JSON.stringify(body) : null,
      });
      const text = await responseBody.text();
      if (statusCode !== status) throw new Error(`${method} ${path} returned ${statusCode}: ${text}`);
      check(JSON.parse(text));
      return text;
    },
  };
}
