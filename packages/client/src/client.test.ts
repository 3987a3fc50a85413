import { describe, expect, it } from 'vitest';
import { sendJson, startServer } from '../test/start-server.ts';
import { createClient } from './client.ts';
import { ChatTicketError, unwrap } from './error.ts';

const token = 'a.b.c';
const online = { id: 'agent-1', status: 'online' };
const problem = {
  status: '404',
  title: 'not found',
  code: 'ticket_not_found',
  detail: 'No such ticket.',
  source: { parameter: 'ticketID' },
  id: 'request-1',
};

describe('a failed call', () => {
  it('has every error of the response, and the facts about each', async () => {
    const meta = { ticketStatus: 'CLOSED', allowedStatuses: [] };
    const other = { ...problem, source: { pointer: '/id' } };
    await using server = await startServer((response) =>
      sendJson(response, 404, { errors: [{ ...problem, meta }, other] }),
    );
    const client = createClient({ baseUrl: server.url, token });

    const result = await client.getTicket({ ticketID: 't' });

    const { status: _, ...expected } = problem;
    const { status: __, ...expectedOther } = other;
    expect(result).toMatchObject({
      ok: false,
      error: { ...expected, meta },
      errors: [{ ...expected, meta }, expectedOther],
    });
    expect(() => unwrap(result)).toThrow(
      expect.objectContaining({ meta, errors: [expect.objectContaining({ meta }), expect.anything()] }),
    );
  });
});

describe('a call', () => {
  it('sends the members of its input where the route reads them', async () => {
    await using server = await startServer((response) => sendJson(response, 200, online));
    const client = createClient({ baseUrl: server.url, token });

    await client.setStatus({ status: 'online', agentID: 'agent@example.com' });

    expect(server.seen).toMatchObject([
      {
        method: 'PUT',
        url: '/cs-chat-ticket/v1/status',
        body: '{"status":"online"}',
        headers: {
          authorization: 'Bearer a.b.c',
          'content-type': 'application/json',
          'x-agent-id': 'agent@example.com',
        },
      },
    ]);
  });

  it('sends query parameters in the query, and leaves out those that are undefined', async () => {
    await using server = await startServer((response) => sendJson(response, 200, { events: [], lastSeq: 0 }));
    const client = createClient({ baseUrl: server.url, token });

    await client.listEvents({ after: 17, limit: undefined });
    await client.searchMessages({ q: 'a&b=c #1+1 ü' });
    await client.listEvents();

    expect(server.seen.map(({ url }) => url)).toEqual([
      '/cs-chat-ticket/v1/events?after=17',
      '/cs-chat-ticket/v1/messages/search?q=a%26b%3Dc+%231%2B1+%C3%BC',
      '/cs-chat-ticket/v1/events',
    ]);
    const refused = await client.searchMessages({ q: 'half a pair \ud800' });
    expect(refused).toMatchObject({
      ok: false,
      error: { code: 'parameter_invalid', source: { parameter: 'q' } },
    });
    expect(server.seen).toHaveLength(3);
  });

  it('needs no argument if the route needs none, and sends no body', async () => {
    await using server = await startServer((response) => sendJson(response, 200, online));
    const client = createClient({ baseUrl: server.url, token });

    expect(await client.setOnline()).toEqual({ ok: true, status: 200, data: online });
    expect(server.seen).toMatchObject([{ body: '' }]);
    expect(server.seen[0]?.headers).not.toHaveProperty('content-type');
    expect(server.seen[0]?.headers).not.toHaveProperty('x-agent-id');
  });

  it('sends an id as one segment of the path, whatever it contains', async () => {
    await using server = await startServer((response) => sendJson(response, 200, {}));
    const client = createClient({ baseUrl: server.url, token });

    await client.getTicket({ ticketID: '../a/b?c=d#e%2F $& ü' });

    expect(server.seen[0]?.url).toBe(
      '/cs-chat-ticket/v1/tickets/..%2Fa%2Fb%3Fc%3Dd%23e%252F%20%24%26%20%C3%BC',
    );
  });

  it.each(['', '.', '..', 'half a pair \ud800'])(
    'refuses an id that a path cannot carry: %j',
    async (roomID) => {
      await using server = await startServer((response) => sendJson(response, 200, {}));
      const result = await createClient({ baseUrl: server.url, token }).closeRoom({ roomID });

      expect(result).toMatchObject({
        ok: false,
        status: 0,
        error: { code: 'parameter_invalid', source: { parameter: 'roomID' } },
      });
      expect(server.seen).toEqual([]);
    },
  );

  it.each(['a\r\nx-evil: 1', 'ü', '\0'])('refuses a header that HTTP cannot carry: %j', async (agentID) => {
    await using server = await startServer((response) => sendJson(response, 200, {}));
    const result = await createClient({ baseUrl: server.url, token }).listTickets({ agentID });

    expect(result).toMatchObject({
      ok: false,
      status: 0,
      error: { code: 'header_invalid', source: { header: 'X-Agent-ID' } },
    });
    expect(server.seen).toEqual([]);
  });

  it('uses the path prefix of the base URL', async () => {
    await using server = await startServer((response) => sendJson(response, 200, { data: [] }));

    await createClient({ baseUrl: `${server.url}/desk/`, token }).listStatuses();

    expect(server.seen[0]?.url).toBe('/desk/cs-chat-ticket/v1/statuses');
  });

  it('sends no token to a public route', async () => {
    await using server = await startServer((response) => sendJson(response, 200, { status: 'ok' }));

    await createClient({ baseUrl: server.url, token }).getHealth();

    expect(server.seen[0]?.headers).not.toHaveProperty('authorization');
  });

  it('rejects with what the token function throws', async () => {
    const client = createClient({
      baseUrl: 'http://127.0.0.1:1',
      token: () => Promise.reject(new Error('signed out')),
    });

    await expect(client.listTickets()).rejects.toThrow('signed out');
  });

  it('uses the given fetch', async () => {
    const client = createClient({
      baseUrl: 'https://desk.example',
      fetch: (url) => Response.json({ status: url }),
    });

    expect(unwrap(await client.getHealth()).status).toBe('https://desk.example/healthz');
  });
});

describe('a result', () => {
  it('has the status that distinguishes the kinds of success', async () => {
    await using server = await startServer((response, nth) =>
      sendJson(response, nth === 0 ? 201 : 200, { id: 't' }),
    );
    const client = createClient({ baseUrl: server.url, token });

    expect(await client.createTicket({ customer: { id: 'c' } })).toMatchObject({ ok: true, status: 201 });
    expect(await client.createTicket({ customer: { id: 'c' } })).toMatchObject({ ok: true, status: 200 });
  });

  it('has no data if the response has no body', async () => {
    await using server = await startServer((response) => response.writeHead(204).end());
    const client = createClient({ baseUrl: server.url, token });

    expect(await client.deleteAgent({ agentID: 'a' })).toEqual({ ok: true, status: 204, data: undefined });
  });

  it('keeps fields that a newer desk adds to a success', async () => {
    const data = { ...online, mood: 'fine' };
    await using server = await startServer((response) => sendJson(response, 200, data));

    expect(unwrap(await createClient({ baseUrl: server.url, token }).setOnline())).toEqual(data);
  });

  it('has the error of the desk, without fields that a newer desk adds', async () => {
    const newer = { ...problem, source: { ...problem.source, line: 1 }, meta: {} };
    await using server = await startServer((response, nth) =>
      sendJson(response, 404, { errors: [nth === 0 ? problem : newer], meta: {} }),
    );
    const client = createClient({ baseUrl: server.url, token });
    const { status: _, ...error } = problem;

    expect(await client.getTicket({ ticketID: 't' })).toEqual({
      ok: false,
      status: 404,
      error,
      errors: [error],
    });
    expect(await client.getTicket({ ticketID: 't' })).toMatchObject({
      error: { code: 'ticket_not_found', id: 'request-1' },
    });
  });

  it.each(['parameter_invalid', 'internal_error', 'token_expired'])(
    'has every kind of code that its route can return: %s',
    async (code) => {
      await using server = await startServer((response) =>
        sendJson(response, 400, { errors: [{ ...problem, code }] }),
      );
      const result = await createClient({ baseUrl: server.url, token }).getTicket({ ticketID: 't' });

      expect(result).toMatchObject({ ok: false, error: { code } });
    },
  );

  it.each([
    ['a code that the contract does not have', 'too_many_moons'],
    ['a code that the contract does not allow for the route', 'email_taken'],
  ])('is an unexpected response for %s', async (_, code) => {
    await using server = await startServer((response) =>
      sendJson(response, 409, { errors: [{ ...problem, code }] }),
    );
    const result = await createClient({ baseUrl: server.url, token }).getTicket({ ticketID: 't' });

    expect(result).toMatchObject({
      ok: false,
      status: 409,
      error: { code: 'unexpected_response', detail: expect.stringContaining(code), id: 'request-1' },
    });
  });

  it.each([
    ['a page with the status of a success', 200, '<html>'],
    ['a page with the status of a failure', 403, '<html>'],
    ['an error document of another API', 404, '{"errors":["gone"]}'],
    ['an empty error', 404, ''],
    ['a status that the contract does not allow', 202, '{}'],
  ])('is an unexpected response for %s', async (_, status, body) => {
    await using server = await startServer((response) =>
      response.writeHead(status, { 'x-request-id': 'request-2' }).end(body),
    );
    const result = await createClient({ baseUrl: server.url, token }).listTickets();

    expect(result).toMatchObject({
      ok: false,
      status,
      error: { code: 'unexpected_response', id: 'request-2' },
    });
  });

  it('points to baseUrl if the desk has no such endpoint', async () => {
    await using server = await startServer((response) =>
      sendJson(response, 404, { errors: [{ ...problem, code: 'route_not_found' }] }),
    );
    const client = createClient({ baseUrl: `${server.url}/cs-chat-ticket`, token });

    expect(await client.listTickets()).toMatchObject({
      error: { code: 'unexpected_response', detail: expect.stringMatching(/no endpoint .* Check `baseUrl`/) },
    });
  });

  it('names the address and the reason if nothing listens there', async () => {
    const server = await startServer(() => {});
    await server[Symbol.asyncDispose]();

    const result = await createClient({ baseUrl: server.url, token, retries: 0 }).setOnline();

    expect(result).toMatchObject({ status: 0, error: { code: 'network_error' } });
    expect(result).toHaveProperty(
      'error.detail',
      `No complete response from ${server.url} (ECONNREFUSED). Nothing was sent. Check \`baseUrl\`, and that the desk runs.`,
    );
  });

  it('does not follow a redirect, which would turn a POST into a GET', async () => {
    await using server = await startServer((response) =>
      response.writeHead(302, { location: '/cs-chat-ticket/v1/tickets' }).end(),
    );
    const result = await createClient({ baseUrl: server.url, token }).createTicket({
      customer: { id: 'c' },
    });

    expect(result).toMatchObject({ ok: false, status: 302, error: { code: 'unexpected_response' } });
    expect(server.seen).toHaveLength(1);
  });
});

describe('createClient', () => {
  it.each(['', '127.0.0.1:8787', 'localhost:8787', '/desk', 'ws://desk.example'])(
    'refuses %j as baseUrl',
    (baseUrl) => {
      expect(() => createClient({ baseUrl })).toThrow(
        new TypeError(`baseUrl must be a URL such as https://desk.example, and is ${baseUrl}`),
      );
    },
  );
});

describe('unwrap', () => {
  it('throws the error of a failed call', async () => {
    await using server = await startServer((response) => sendJson(response, 404, { errors: [problem] }));
    const result = await createClient({ baseUrl: server.url, token }).getTicket({ ticketID: 't' });

    expect(() => unwrap(result)).toThrow(ChatTicketError);
    expect(() => unwrap(result)).toThrow(
      expect.objectContaining({ status: 404, code: 'ticket_not_found', id: 'request-1' }),
    );
  });
});

it('createClient throws if the base URL is not absolute', () => {
  expect(() => createClient({ baseUrl: '/desk' })).toThrow(TypeError);
});
