import { openApiDocument, type Method } from '@chat-ticket/contract/openapi';
import { describe, expect, it } from 'vitest';
import { curlCommand } from './curl-command.ts';

const { paths } = openApiDocument({ version: '1.0.0' });

function commandFor(method: Method, path: string, body?: Parameters<typeof curlCommand>[4]): string {
  const operation = paths[path]?.[method];
  if (operation === undefined) throw new Error(`no ${method} ${path}`);
  return curlCommand('http://127.0.0.1:8787', method, path, operation, body);
}

describe('The curl command', () => {
  it('names the method and takes the token from the shell', () => {
    expect(commandFor('put', '/cs-chat-ticket/v1/online')).toBe(
      'curl -X PUT http://127.0.0.1:8787/cs-chat-ticket/v1/online \\\n  -H "Authorization: Bearer $TOKEN"',
    );
  });

  it('takes the address from the shell if the document names none', () => {
    const operation = paths['/healthz']?.get;
    expect(operation && curlCommand('$DESK', 'get', '/healthz', operation, undefined)).toBe(
      'curl "$DESK/healthz"',
    );
  });

  it('sends no token to a public route', () => {
    expect(commandFor('get', '/healthz')).toBe('curl http://127.0.0.1:8787/healthz');
  });

  it('fills path parameters with their examples', () => {
    expect(commandFor('delete', '/cs-chat-ticket/v1/rooms/{roomID}')).toContain(
      'curl -X DELETE http://127.0.0.1:8787/cs-chat-ticket/v1/rooms/888bd869-9398-40de-9c61-3238d6208cf5 \\',
    );
  });

  it('fills query parameters with their examples, quoted for the shell', () => {
    expect(commandFor('get', '/cs-chat-ticket/v1/events')).toContain(
      "curl 'http://127.0.0.1:8787/cs-chat-ticket/v1/events?after=17&limit=100' \\",
    );
  });

  it('sends a body as JSON, quoted for the shell', () => {
    expect(commandFor('put', '/cs-chat-ticket/v1/status', { status: "o'clock $HOME" })).toMatch(
      /-H 'Content-Type: application\/json' \\\n {2}-d '{"status":"o'\\''clock \$HOME"}'$/,
    );
  });
});
