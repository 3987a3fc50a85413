import { basePath } from '@chat-ticket/contract';
import { Client } from 'undici';

export type Call = {
  method: 'GET' | 'PUT' | 'POST';
  /** Below the base path. */
  path: string;
  token: string;
  headers?: Record<string, string>;
  body?: object;
  status: number;
  /** Throws when the answer is not the right one. */
  check: (body: unknown) => void;
};

/** One kept-alive connection, on which one call at a time is under way. */
export type Connection = {
  /** Answers the body, checked. */
  send(call: Call): Promise<string>;
};

export function connect(url: string): Connection {
  const client = new Client(url);
  return {
    send: async ({ method, path, token, headers, body, status, check }) => {
      const { statusCode, body: answer } = await client.request({
        method,
        path: basePath + path,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body ? { 'content-type': 'application/json' } : {}),
          ...headers,
        },
        body: body ? JSON.stringify(body) : null,
      });
      const text = await answer.text();
      if (statusCode !== status) throw new Error(`${method} ${path} answered ${statusCode}: ${text}`);
      check(JSON.parse(text));
      return text;
    },
  };
}
