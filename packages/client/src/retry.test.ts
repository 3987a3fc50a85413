import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { sendJson, startServer } from '../test/start-server.ts';
import { createClient, type ClientOptions } from './client.ts';
import { parseRetryAfter, retryDelayMs } from './retry.ts';

const token = 'a.b.c';
const newTicket = { customer: { id: 'c' } };
const clientOf = (server: { url: string }, options: Omit<ClientOptions, 'baseUrl'> = {}) =>
  createClient({ baseUrl: server.url, token, ...options });

/** Starts a server that fails the first request with `fail` and responds to the next ones. */
const failingOnce = (fail: Parameters<typeof startServer>[0]) =>
  startServer((response, nth) => (nth === 0 ? fail(response, nth) : sendJson(response, 200, [])));

describe('a call that is safe to repeat', () => {
  it.each([429, 502, 503, 504])('is retried after %i', async (status) => {
    await using server = await failingOnce((response) => response.writeHead(status).end('<html>'));

    expect(await clientOf(server).listTickets()).toEqual({ ok: true, status: 200, data: [] });
    expect(server.seen).toHaveLength(2);
  });

  it.each([400, 404, 409, 422, 500, 501])('is not retried after %i', async (status) => {
    await using server = await failingOnce((response) => response.writeHead(status).end());

    expect(await clientOf(server).listTickets()).toMatchObject({ ok: false, status });
    expect(server.seen).toHaveLength(1);
  });

  it('is retried after a broken connection, even in the middle of the response', async () => {
    await using server = await startServer((response, nth) => {
      if (nth === 0) response.destroy();
      else if (nth === 1) response.writeHead(200).write('[', () => response.destroy());
      else sendJson(response, 200, []);
    });

    expect(await clientOf(server).listTickets()).toMatchObject({ ok: true });
    expect(server.seen).toHaveLength(3);
  });

  it('is retried after a timeout, even in the middle of the response', async () => {
    await using server = await startServer((response, nth) => {
      if (nth === 1) response.writeHead(200).write('[');
      if (nth === 2) sendJson(response, 200, []);
    });

    expect(await clientOf(server, { timeoutMs: 200 }).listTickets()).toMatchObject({ ok: true });
    expect(server.seen).toHaveLength(3);
  });

  it('gets a token for each attempt', async () => {
    let issued = 0;
    await using server = await failingOnce((response) => response.writeHead(503).end());

    await clientOf(server, { token: async () => `token-${++issued}` }).listTickets();

    expect(server.seen.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer token-1',
      'Bearer token-2',
    ]);
  });

  it('returns the last failure after the given number of retries', async () => {
    await using server = await startServer(() => {});
    const result = await clientOf(server, { timeoutMs: 250, retries: 1 }).setOnline();

    expect(result).toMatchObject({ ok: false, status: 0, error: { code: 'timeout' } });
    expect(server.seen).toHaveLength(2);
  });

  it('is not retried if `retries` is 0', async () => {
    await using server = await startServer((response) => response.destroy());
    const result = await clientOf(server, { retries: 0 }).listTickets();

    expect(result).toMatchObject({ ok: false, status: 0, error: { code: 'network_error' } });
    expect(result).toHaveProperty('error.cause', expect.any(Error));
    expect(server.seen).toHaveLength(1);
  });

  it('waits as long as Retry-After asks for', async () => {
    await using server = await failingOnce((response) =>
      response.writeHead(503, { 'retry-after': '1' }).end(),
    );

    await clientOf(server).listTickets();

    const [first, second] = server.seen;
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThan(990);
  });

  it('returns the failure at once if Retry-After asks for more than 30 s', async () => {
    await using server = await failingOnce((response) =>
      response.writeHead(503, { 'retry-after': '3600' }).end(),
    );

    expect(await clientOf(server).listTickets()).toMatchObject({
      ok: false,
      status: 503,
      retryAfterMs: 3_600_000,
    });
    expect(server.seen).toHaveLength(1);
  });
});

describe('a POST', () => {
  it.each(['503', 'a broken connection', 'a timeout'])('is sent once despite %s', async (trouble) => {
    await using server = await startServer((response) => {
      if (trouble === '503') response.writeHead(503).end();
      if (trouble === 'a broken connection') response.destroy();
    });

    expect(await clientOf(server, { timeoutMs: 200 }).createTicket(newTicket)).toMatchObject({ ok: false });
    expect(server.seen).toHaveLength(1);
  });

  it.each(['', ' '])('is sent once with an empty idempotency key: %j', async (idempotencyKey) => {
    await using server = await startServer((response) => response.writeHead(503).end());

    await clientOf(server).createTicket({ ...newTicket, idempotencyKey });

    expect(server.seen).toHaveLength(1);
  });

  it('is retried with its idempotency key', async () => {
    await using server = await failingOnce((response) => response.destroy());

    await clientOf(server).createTicket({ ...newTicket, idempotencyKey: 'key-1' });

    expect(server.seen).toHaveLength(2);
    for (const { headers, body } of server.seen) {
      expect(headers['idempotency-key']).toBe('key-1');
      expect(JSON.parse(body)).toEqual(newTicket);
    }
  });

  it('is retried if its route is idempotent', async () => {
    await using server = await failingOnce((response) => response.writeHead(503).end());

    expect(await clientOf(server).closeTicket({ ticketID: 't' })).toMatchObject({ ok: true });
    expect(server.seen).toHaveLength(2);
  });
});

it('sends a PUT once if its route is not idempotent', async () => {
  await using server = await failingOnce((response) => response.writeHead(503).end());

  const escalated = await clientOf(server).setTicketStatus({ ticketID: 't', status: 'ESCALATED' });
  expect(escalated).toMatchObject({ ok: false, status: 503 });
  expect(server.seen).toHaveLength(1);
});

describe('an aborted signal', () => {
  const reason = new Error('the agent left the page');

  it('prevents a call from being sent', async () => {
    await using server = await startServer((response) => sendJson(response, 200, []));

    await expect(clientOf(server).listTickets({}, { signal: AbortSignal.abort(reason) })).rejects.toBe(
      reason,
    );
    expect(server.seen).toEqual([]);
  });

  it('ends a call that waits for its response', async () => {
    const controller = new AbortController();
    await using server = await startServer(() => controller.abort(reason));

    await expect(clientOf(server).listTickets({}, { signal: controller.signal })).rejects.toBe(reason);
    expect(server.seen).toHaveLength(1);
  });

  it('ends a call that waits for its next attempt', async () => {
    const controller = new AbortController();
    await using server = await startServer((response) => {
      response
        .writeHead(503, { 'retry-after': '30' })
        .end(() => setTimeout(() => controller.abort(reason), 100));
    });

    await expect(clientOf(server).listTickets({}, { signal: controller.signal })).rejects.toBe(reason);
    expect(server.seen).toHaveLength(1);
  });

  it('has no listener after the call', async () => {
    const { signal } = new AbortController();
    await using server = await failingOnce((response) => response.writeHead(503).end());

    await clientOf(server).listTickets({}, { signal });

    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });
});

describe('the delay before a retry', () => {
  const now = Date.parse('2026-01-01T00:00:00Z');

  it('doubles with each retry up to 5 s, and is a random part of that', () => {
    const longest = [0, 1, 2, 10].map((retry) => retryDelayMs(retry, 0, 1));

    expect(longest).toEqual([250, 500, 1000, 5000]);
    expect(retryDelayMs(3, 0, 0)).toBe(0);
  });

  it.each([
    ['2', 2000],
    ['Thu, 01 Jan 2026 00:00:03 GMT', 3000],
    ['Wed, 31 Dec 2025 00:00:00 GMT', 0],
    ['soon', 0],
  ])('is at least what Retry-After: %s asks for', (retryAfter, delayMs) => {
    expect(retryDelayMs(0, parseRetryAfter(retryAfter, now), 0)).toBe(delayMs);
  });

  it('has no value if Retry-After asks for more than 30 s', () => {
    expect(retryDelayMs(0, 30_001, 0)).toBeUndefined();
  });
});
