import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Admission, type LogLine } from '@chat-ticket/api';
import type { ErrorCode } from '@chat-ticket/contract';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openRawHttp, type RawHttp } from '../../test/live/raw-http.ts';
import { listen, type ListenOptions } from './listen.ts';
import type { Desk } from './open-desk.ts';

const get = (path = '/', headers = 'Host: desk\r\n') => `GET ${path} HTTP/1.1\r\n${headers}\r\n`;

/** Serves an app that responds with what `respond` returns. */
async function serve(
  respond: (path: string) => Promise<string> | string,
  { admission, ...options }: Partial<ListenOptions> & { admission?: Admission } = {},
) {
  const logged: LogLine[] = [];
  const desk = {
    app: { fetch: async ({ url }: Request) => new Response(await respond(new URL(url).pathname)) },
    admission,
    hubs: { stop: async () => {} },
    log: (line: LogLine) => logged.push(line),
  } as unknown as Desk;
  const address = { host: '127.0.0.1', port: 0, keepAliveSeconds: 75, maxConnections: 100, corsOrigins: [] };
  const server = await listen(desk, { ...address, ...options });
  onTestFinished(() => server.stop(500));
  return { ...server, logged };
}

const codeIn = (response: string): unknown =>
  JSON.parse(response.slice(response.indexOf('\r\n\r\n'))).errors[0].code;

const ended = (connections: readonly RawHttp[]) => connections.map(({ isEnded }) => isEnded());

/** Opens connections one after the other. */
async function openInTurn(count: number, open: () => RawHttp): Promise<RawHttp[]> {
  const opened: RawHttp[] = [];
  for (let n = 0; n < count; n++) {
    opened.push(open());
    await once(opened.at(-1)!.socket, 'connect');
  }
  return opened;
}

describe('a server', () => {
  it('handles the requests of one connection one after the other, and those of others at once', async () => {
    const open = new Map<string, (body: string) => void>();
    const { url } = await serve((path) => new Promise((resolve) => open.set(path, resolve)));
    const pipelined = openRawHttp(url, get('/a') + get('/b') + get('/c'));
    openRawHttp(url, get('/other'));
    await expect.poll(() => [...open.keys()].toSorted()).toEqual(['/a', '/other']);
    open.get('/a')!('first');
    await expect.poll(() => [...open.keys()]).toContain('/b');
    open.get('/b')!('second');
    await expect.poll(() => [...open.keys()]).toContain('/c');
    open.get('/c')!('third');
    await expect.poll(pipelined.received).toMatch(/first[^]+second[^]+third/);
  });

  it('closes a connection that sends more than 32 requests without reading a response', async () => {
    const { url } = await serve(() => new Promise(() => {}));
    const [few, many] = [openRawHttp(url, get().repeat(32)), openRawHttp(url, get().repeat(33))];
    await expect.poll(many.isEnded).toBe(true);
    expect(few.isEnded()).toBe(false);
  });

  it('closes a connection whose client takes nothing of a response for long', async () => {
    const { url } = await serve(() => 'x'.repeat(20e6), { silenceMs: 200 });
    const { isEnded, socket } = openRawHttp(url, get(), { isReading: false });
    await new Promise((resolve) => setTimeout(resolve, 800));
    socket.resume();
    await expect.poll(isEnded).toBe(true);
    expect(socket.bytesRead).toBeLessThan(20e6);
  });

  it('refuses a request that does not arrive in time, with an error document', async () => {
    const { url } = await serve(() => '', { silenceMs: 200 });
    const { isEnded, received } = openRawHttp(url, 'GET / HTTP/1.1\r\nHost:');
    await expect.poll(isEnded).toBe(true);
    expect(received()).toMatch(/^HTTP\/1.1 408 /);
    expect(codeIn(received())).toBe('request_timeout' satisfies ErrorCode);
  });

  describe('that has as many connections as it may', () => {
    const maxConnections = 3;

    it('closes the oldest connection that has sent no complete request, for a new one', async () => {
      const { logged, url } = await serve(() => 'ok', { maxConnections });
      const waiting = await openInTurn(3, () => openRawHttp(url, 'GET / HTTP/1.1\r\nHost:'));
      const next = openRawHttp(url, get());
      await expect.poll(next.received).toMatch(/ok$/);
      await expect.poll(() => ended(waiting)).toEqual([true, false, false]);
      const further = await openInTurn(2, () => openRawHttp(url, ''));
      await expect
        .poll(() => ended([...waiting, next, ...further]))
        .toEqual([true, true, true, false, false, false]);
      await expect
        .poll(() => logged, { timeout: 5_000 })
        .toMatchObject([{ message: 'connections without a request closed: too many', connections: 3 }]);
    });

    it('closes the connection that has been idle longest, if all have sent requests', async () => {
      const { url } = await serve(() => 'ok', { maxConnections });
      const opened = await openInTurn(3, () => openRawHttp(url, get()));
      await expect.poll(() => opened.every(({ received }) => received().endsWith('ok'))).toBe(true);
      opened[0]!.socket.write(get());
      await expect.poll(opened[0]!.received).toMatch(/ok[^]+ok$/);
      openRawHttp(url, get());
      await expect.poll(() => ended(opened).filter(Boolean)).toHaveLength(1);
      expect(opened[0]!.isEnded()).toBe(false);
    });

    it('refuses a new connection while all others have requests', async () => {
      const { logged, url } = await serve(() => new Promise(() => {}), { maxConnections });
      const used = await openInTurn(3, () => openRawHttp(url, get()));
      // The server reads the requests before it accepts the next connection.
      await sleep(100);
      const refused = Array.from({ length: 2 }, () => openRawHttp(url, get()));
      await expect.poll(() => ended(refused)).toEqual([true, true]);
      expect(ended(used)).toEqual([false, false, false]);
      await expect
        .poll(() => logged, { timeout: 5_000 })
        .toMatchObject([{ message: 'connections refused: too many', connections: 2 }]);
    });
  });

  describe('that has more requests than it can process', () => {
    const corsOrigins = ['https://desk.example'];
    const full = { admission: new Admission({ maxInFlight: 0 }), corsOrigins };

    it('lets pages of the allowed origins read the refusal and its Retry-After, and no others', async () => {
      const { url } = await serve(() => 'ok', full);
      const call = (Origin: string) => fetch(url, { headers: { Origin } });
      const refused = await call('https://desk.example');
      expect(refused.status).toBe(503);
      expect(refused.headers.get('Access-Control-Allow-Origin')).toBe('https://desk.example');
      expect(refused.headers.get('Access-Control-Expose-Headers')?.split(',')).toContain('Retry-After');
      expect(refused.headers.get('Vary')).toBe('Origin');
      expect(refused.headers.get('Cache-Control')).toBe('no-store');
      expect(refused.headers.get('X-Content-Type-Options')).toBe('nosniff');
      for (const other of ['https://desk.example.evil', 'null']) {
        const { status, headers } = await call(other);
        expect({ status, allowed: headers.get('Access-Control-Allow-Origin') }).toEqual({
          status: 503,
          allowed: null,
        });
      }
    });

    it('passes the preflight requests of the allowed origins on, and no others', async () => {
      const { url } = await serve(() => 'from the app', full);
      const preflight = (Origin: string, headers = {}) =>
        openRawHttp(
          url,
          [
            'OPTIONS / HTTP/1.1',
            'Host: desk',
            `Origin: ${Origin}`,
            ...Object.entries(headers).map(([name, value]) => `${name}: ${value as string}`),
            '\r\n',
          ].join('\r\n'),
        );
      const method = { 'Access-Control-Request-Method': 'POST' };
      const allowed = preflight('https://desk.example', method);
      const others = [preflight('https://elsewhere.example', method), preflight('https://desk.example')];
      await expect.poll(allowed.received).toMatch(/^HTTP\/1.1 200 [^]*from the app$/);
      for (const { received } of others) await expect.poll(received).toMatch(/^HTTP\/1.1 503 /);
    });
  });

  it('keeps an idle connection for as long as the configuration says', async () => {
    const { url } = await serve(() => 'ok', { keepAliveSeconds: 321 });
    const { received } = openRawHttp(url, get());
    await expect.poll(received).toMatch(/keep-alive: timeout=321/i);
  });

  it('tells its clients to close while it stops, and finishes the requests that are in flight', async () => {
    const open = new Map<string, (body: string) => void>();
    const { url, stop } = await serve((path) => new Promise((resolve) => open.set(path, resolve)));
    const early = openRawHttp(url, get('/early'));
    const idle = openRawHttp(url, get('/idle'));
    await expect.poll(() => open.size).toBe(2);
    open.get('/idle')!('ready');
    await expect.poll(idle.received).toContain('ready');
    const stopped = stop(5_000);
    idle.socket.write(get('/late'));
    await expect.poll(() => open.size).toBe(3);
    for (const path of ['/early', '/late']) open.get(path)!('done');
    await stopped;
    for (const { received } of [early, idle]) expect(received()).toMatch(/connection: close[^]+done$/i);
    expect(idle.received()).toMatch(/connection: keep-alive[^]+ready/i);
  });
});
