import { readdirSync, readFileSync } from 'node:fs';
import { createClient, unwrap } from '@chat-ticket/client';
import { type ErrorCode, errors, livePath, liveProtocol, routes } from '@chat-ticket/contract';
import { issueToken, openRaw } from '@chat-ticket/testing';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openRawHttp, type RawHttp, refusedUpgrade } from './live/raw-http.ts';
import { type Runtime, testedRuntimes } from './runtimes.ts';
import { type RunningDesk, secret as testSecret, startDesk } from './start-desk.ts';

// Proves that a client takes no connection, memory or time of the desk for longer than the limits allow, whatever it sends or
// does not read. The clients speak TCP, because no HTTP client behaves like this.

async function openDesk(runtime: Runtime, variables = {}): Promise<RunningDesk> {
  const desk = await startDesk(runtime, { AUTH_SECRET: testSecret, ...variables });
  onTestFinished(async () => {
    await desk.stop();
  });
  return desk;
}

const openLive = async ({ url, secret }: RunningDesk) =>
  openRaw({ baseUrl: url, secret }, await issueToken({ secret, role: 'supervisor', sub: 'sue' }));

/** A frame of a client, masked with zeros. */
const frame = (opcode: number, payload: string): Buffer =>
  Buffer.concat([Buffer.from([0x80 | opcode, 0x80 | payload.length, 0, 0, 0, 0]), Buffer.from(payload)]);

/** The memory that the process has, where the operating system tells. */
const residentBytes = ({ process: { pid } }: RunningDesk): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) * 1_024;

/** The number of sockets that the process has open, where the operating system tells. */
const openSockets = ({ process: { pid } }: RunningDesk): number => readdirSync(`/proc/${pid}/fd`).length;

/** The statuses of the responses so far. */
const statuses = ({ received }: RawHttp) => received().match(/(?<=HTTP\/1.1 )\d{3}/g);

describe.each(testedRuntimes())('a desk on %s', (runtime) => {
  it('closes a refused upgrade, whether its client closes, goes on sending or does neither', async () => {
    const desk = await openDesk(runtime);
    const before = openSockets(desk);
    for (const path of [livePath, '/healthz', '/nowhere']) {
      const connections = ['', 'x'.repeat(100_000)].flatMap((rest) =>
        Array.from({ length: 10 }, () => openRawHttp(desk.url, refusedUpgrade(path) + rest)),
      );
      await expect.poll(() => connections.every(({ isEnded }) => isEnded()), { timeout: 5_000 }).toBe(true);
      expect(connections[0]!.received()).toMatch(/^HTTP\/1.1 \d{3} /);
      const gone = Array.from({ length: 10 }, () =>
        openRawHttp(desk.url, refusedUpgrade(path) + 'x'.repeat(100_000)),
      );
      for (const { socket } of gone) setTimeout(() => socket.destroy(), 30);
    }
    await expect.poll(() => openSockets(desk), { timeout: 5_000 }).toBeLessThan(before + 10);
  });

  it('opens no connection above the limit of the workspace, also if many clients connect at once', async () => {
    const desk = await openDesk(runtime);
    const target = { baseUrl: desk.url, secret: desk.secret };
    const service = createClient({
      baseUrl: desk.url,
      token: await issueToken({ secret: desk.secret, role: 'service', sub: 'backend' }),
    });
    unwrap(await service.putSettings({ limits: { liveConnectionsPerWorkspace: 3 } }));
    const tokens = await Promise.all(
      Array.from({ length: 30 }, (_, n) =>
        issueToken({ secret: desk.secret, role: 'supervisor', sub: `sue-${n}` }),
      ),
    );
    const connections = tokens.map((token) => openRaw(target, token));
    onTestFinished(() => connections.forEach(({ socket }) => void socket.destroy()));
    const statusesNow = () => connections.map(({ status }) => status()).toSorted();
    await expect.poll(statusesNow).not.toContain(undefined);
    expect(statusesNow()).toEqual([101, 101, 101, ...Array<number>(27).fill(429)]);
  });

  it('does not answer a request as upgraded that names WebSocket but asks for no upgrade', async () => {
    const desk = await openDesk(runtime);
    const token = await issueToken({ secret: desk.secret, role: 'supervisor', sub: 'sue' });
    const { received } = openRawHttp(
      desk.url,
      [
        `GET ${livePath} HTTP/1.1`,
        'Host: desk',
        'Upgrade: websocket',
        `Sec-WebSocket-Protocol: ${liveProtocol}, bearer.${token}`,
        '\r\n',
      ].join('\r\n'),
    );
    await expect.poll(received).toMatch(/^HTTP\/1\.1 426 [^]*"upgrade_required"/);
  });

  it('serves others while a client holds as many connections as the desk may have, and keeps live ones', async () => {
    const desk = await openDesk(runtime, { MAX_CONNECTIONS: '20' });
    const live = await openLive(desk);
    await expect.poll(live.received).toBeGreaterThan(150);
    for (const bytes of ['', 'GET /healthz HTTP/1.1\r\nX: ', 'GET /healthz HTTP/1.1\r\nHost: desk\r\n\r\n']) {
      const held = Array.from({ length: 30 }, () => openRawHttp(desk.url, bytes));
      await expect.poll(() => held.every(({ socket }) => socket.connecting)).toBe(false);
      const { received } = openRawHttp(desk.url, 'GET /healthz HTTP/1.1\r\nHost: desk\r\n\r\n');
      await expect.poll(received).toMatch(/^HTTP\/1.1 200 /);
    }
    live.send('{"type":"ping"}');
    await expect.poll(() => live.frames().filter(({ text }) => text.includes('"pong"'))).toHaveLength(1);
    live.socket.destroy();
  });

  it('responds to the requests before an upgrade first, whether it accepts or refuses the upgrade', async () => {
    const desk = await openDesk(runtime);
    const token = await issueToken({ secret: desk.secret, role: 'supervisor', sub: 'sue' });
    const head = ['Host: desk', `Authorization: Bearer ${token}`, '\r\n'].join('\r\n');
    const requests = ['/healthz', routes.getBoard.path, '/readyz']
      .map((path) => `GET ${path} HTTP/1.1\r\n${head}`)
      .join('');
    const refused = openRawHttp(desk.url, requests + refusedUpgrade(livePath));
    const accepted = openRawHttp(
      desk.url,
      requests +
        refusedUpgrade(livePath).replace(
          'Sec-WebSocket-Version',
          `Sec-WebSocket-Protocol: ${liveProtocol}, bearer.${token}\r\nSec-WebSocket-Version`,
        ),
    );
    // Bun reports an upgrade in a pipeline as a request.
    const last = runtime === 'bun' ? '426' : '101';
    await expect.poll(() => statuses(refused)).toEqual(['200', '200', '200', '401']);
    await expect.poll(() => statuses(accepted)).toEqual(['200', '200', '200', last]);
  });

  it('answers a ping of the WebSocket protocol with one pong', async () => {
    const desk = await openDesk(runtime);
    const { frames, send, socket, received } = await openLive(desk);
    await expect.poll(received).toBeGreaterThan(150);
    socket.write(frame(9, 'one'));
    send('{"type":"ping"}');
    await expect.poll(() => frames().filter(({ text }) => text.includes('"pong"'))).toHaveLength(1);
    expect(frames().filter(({ opcode }) => opcode === 10)).toEqual([{ opcode: 10, text: 'one' }]);
    socket.destroy();
  });

  it.each([
    ['JSON', frame(1, '{"type":"ping"}')],
    ['protocol', frame(9, 'x'.repeat(125))],
  ])('closes the connection of a client that sends %s pings and reads no pong', async (_, ping) => {
    const desk = await openDesk(runtime);
    const { socket, received } = await openLive(desk);
    await expect.poll(received).toBeGreaterThan(150);
    socket.pause();
    let isClosed = false;
    socket.on('close', () => (isClosed = true));
    const flood = Buffer.concat(Array.from({ length: 1_000 }, () => ping));
    await expect
      .poll(
        () => {
          if (!isClosed && socket.writableLength < 1e6) socket.write(flood);
          return isClosed;
        },
        { timeout: 10_000, interval: 5 },
      )
      .toBe(true);
    expect((await fetch(`${desk.url}/healthz`)).status).toBe(200);
  });

  it('stops with 0, whatever refused upgrades and sockets its clients keep open', async () => {
    const desk = await openDesk(runtime);
    const live = await openLive(desk);
    await expect.poll(live.received).toBeGreaterThan(150);
    const refused = [livePath, '/healthz'].map((path) => openRawHttp(desk.url, refusedUpgrade(path)));
    await expect.poll(() => refused.every(({ received }) => received() !== '')).toBe(true);
    expect(await desk.stop()).toBe(0);
    live.socket.destroy();
  });

  it('answers every request of a busy client before it stops, the last with `Connection: close`', async () => {
    const desk = await openDesk(runtime);
    const request = 'GET /healthz HTTP/1.1\r\nHost: desk\r\n\r\n';
    const { isEnded, received, socket } = openRawHttp(desk.url, request);
    const responses = () => received().match(/HTTP\/1.1 200/g)?.length ?? 0;
    let requests = 1;
    socket.on('data', () => {
      if (/connection: close/i.test(received()) || responses() < requests) return;
      requests += 1;
      socket.write(request);
    });
    await expect.poll(responses).toBeGreaterThan(3);
    expect(await desk.stop()).toBe(0);
    await expect.poll(isEnded).toBe(true);
    expect(received()).toMatch(/connection: close/i);
    expect(responses()).toBe(requests);
  });

  it('responds to what is not valid HTTP with an error document, and closes the connection', async () => {
    const desk = await openDesk(runtime);
    const malformed: [string, ErrorCode][] = [
      ['NONSENSE\r\n\r\n', 'request_malformed'],
      ['GET / HTTP/1.1\r\nHost: desk\r\nContent-Length: x\r\n\r\n', 'request_malformed'],
      [`GET /${'x'.repeat(40_000)} HTTP/1.1\r\nHost: desk\r\n\r\n`, 'headers_too_large'],
      [`GET / HTTP/1.1\r\nHost: desk\r\nX: ${'x'.repeat(40_000)}\r\n\r\n`, 'headers_too_large'],
      ['GET / HTTP/1.1\r\nConnection: close\r\n\r\n', 'request_malformed'],
      ['GET /a\\b HTTP/1.1\r\nHost: desk\r\nConnection: close\r\n\r\n', 'request_malformed'],
      ['GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n', 'request_malformed'],
    ];
    for (const [bytes, code] of malformed) {
      const { isEnded, received } = openRawHttp(desk.url, bytes);
      await expect.poll(isEnded, { message: bytes.slice(0, 60) }).toBe(true);
      const [head, body] = received().split('\r\n\r\n') as [string, string];
      const id = /^x-request-id: (\S+)$/im.exec(head)?.[1];
      expect(head).toMatch(/^content-type: application\/json/im);
      expect(JSON.parse(body)).toMatchObject({
        errors: [{ code, status: String(errors[code].status), detail: errors[code].detail, id }],
      });
    }
  });

  it.each([
    ['GET', '/healthz', 200],
    ['HEAD', '/healthz', 200],
    ['POST', '/healthz', 405],
    ['OPTIONS', '/healthz', 405],
    ['GET', '/docs', 200],
    ['GET', '/openapi.json', 200],
    ['GET', '/nowhere', 404],
    ['PUT', '/nowhere', 404],
    ['GET', routes.listTickets.path, 401],
    ['POST', routes.createTicket.path, 401],
    ['GET', livePath, 401],
    ['GET', 'upgrade', 401],
  ])(
    'closes the connection when a client goes on sending the body of %s %s',
    async (method, path, status) => {
      const desk = await openDesk(runtime);
      const head =
        path === 'upgrade'
          ? refusedUpgrade(livePath)
          : `${method} ${path} HTTP/1.1\r\nHost: desk\r\nTransfer-Encoding: chunked\r\n\r\n`;
      const { received, socket } = openRawHttp(desk.url, head);
      const chunk = `4000\r\n${'x'.repeat(0x4000)}\r\n`.repeat(16);
      let isLost = false;
      socket.on('error', () => (isLost = true)).on('close', () => (isLost = true));
      await expect
        .poll(
          () => {
            if (socket.writableLength === 0) socket.write(chunk);
            return isLost;
          },
          { timeout: 10_000, interval: 1 },
        )
        .toBe(true);
      expect(received()).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
      // The buffers of the sockets take some of it.
      expect(socket.bytesWritten - socket.writableLength).toBeLessThan(20e6);
    },
  );

  it('keeps the connection when the rest of a body arrives after the response', async () => {
    const desk = await openDesk(runtime);
    const head = 'GET /healthz HTTP/1.1\r\nHost: desk\r\nContent-Length: 20000\r\n\r\n';
    const { received, isEnded, socket } = openRawHttp(desk.url, `${head}x`);
    const responses = () => received().match(/HTTP\/1.1 200/g)?.length ?? 0;
    await expect.poll(responses).toBe(1);
    socket.write('x'.repeat(19_999));
    socket.write('GET /healthz HTTP/1.1\r\nHost: desk\r\n\r\n');
    await expect.poll(responses).toBe(2);
    expect(isEnded()).toBe(false);
  });

  it('answers a health check in HTTP/1.0, with and without Host, and closes the connection', async () => {
    const desk = await openDesk(runtime);
    for (const method of ['GET', 'HEAD'])
      for (const host of ['', 'Host: desk\r\n']) {
        const { isEnded, received } = openRawHttp(desk.url, `${method} /healthz HTTP/1.0\r\n${host}\r\n`);
        await expect.poll(isEnded).toBe(true);
        expect(received()).toMatch(/^HTTP\/1.1 200 /);
      }
  });

  it('keeps little for clients that ask for much and read nothing', async () => {
    const desk = await openDesk(runtime);
    await fetch(`${desk.url}/docs`);
    const before = residentBytes(desk);
    const requests = 'GET /docs HTTP/1.1\r\nHost: desk\r\n\r\n'.repeat(20);
    for (let n = 0; n < 100; n++) openRawHttp(desk.url, requests, { isReading: false });
    for (let n = 0; n < 10; n++) expect((await fetch(`${desk.url}/healthz`)).status).toBe(200);
    expect(residentBytes(desk) - before).toBeLessThan(150e6);
  });

  it('does not log a client that breaks off as a fault', async () => {
    const desk = await openDesk(runtime);
    const token = await issueToken({ secret: desk.secret, role: 'service', sub: 'backend' });
    const head = [
      `POST ${routes.createTicket.path} HTTP/1.1`,
      'Host: desk',
      `Authorization: Bearer ${token}`,
      'Content-Type: application/json',
      'Content-Length: 100',
      '\r\n',
    ].join('\r\n');
    for (let n = 0; n < 5; n++) {
      const { socket } = openRawHttp(desk.url, `${head}{"cus`);
      setTimeout(() => socket.destroy(), 50);
    }
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect((await fetch(`${desk.url}/healthz`)).status).toBe(200);
    expect(desk.logged()).toBe('');
  });
});
