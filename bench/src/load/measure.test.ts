import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { type Call, connect } from './call.ts';
import { measure } from './measure.ts';

const stops: (() => void)[] = [];
afterEach(() => stops.splice(0).forEach((stop) => stop()));

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  stops.push(() => server.close().closeAllConnections());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const call = (check: (body: unknown) => void = () => {}): Call => ({
  method: 'GET',
  path: '/v1/tickets',
  token: 'token',
  status: 200,
  check,
});

describe('measure', () => {
  it('sends the requests of the sample, and one more on each connection', async () => {
    let requests = 0;
    const url = await serve((_, response) => response.end(String((requests += 1))));

    const sample = await measure([connect(url), connect(url)], 10, () => () => call());

    expect(requests).toBe(12);
    expect(sample.latenciesMs).toHaveLength(10);
    expect([...sample.latenciesMs].every((ms) => ms > 0)).toBe(true);
  });

  it('fails when a response has another status', async () => {
    const url = await serve((_, response) => response.writeHead(503).end('{}'));
    await expect(measure([connect(url)], 10, () => () => call())).rejects.toThrow('returned 503');
  });

  it('fails when a response has a wrong body', async () => {
    let requests = 0;
    const url = await serve((_, response) => response.end(String((requests += 1))));
    const measured = measure(
      [connect(url)],
      10,
      () => () =>
        call((body) => {
          if (body === 7) throw new Error('wrong body');
        }),
    );
    await expect(measured).rejects.toThrow('wrong body');
    expect(requests).toBe(7);
  });
});
