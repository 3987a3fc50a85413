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
  it('sends what it was asked to, and once more on each connection', async () => {
    let answered = 0;
    const url = await serve((_, response) => response.end(String((answered += 1))));

    const sample = await measure([connect(url), connect(url)], 10, () => () => call());

    expect(answered).toBe(12);
    expect(sample.latenciesMs).toHaveLength(10);
    expect([...sample.latenciesMs].every((ms) => ms > 0)).toBe(true);
  });

  it('fails at a wrong status', async () => {
    const url = await serve((_, response) => response.writeHead(503).end('{}'));
    await expect(measure([connect(url)], 10, () => () => call())).rejects.toThrow('answered 503');
  });

  it('fails at a wrong body, whatever the status says', async () => {
    let answered = 0;
    const url = await serve((_, response) => response.end(String((answered += 1))));
    const measured = measure(
      [connect(url)],
      10,
      () => () =>
        call((body) => {
          if (body === 7) throw new Error('wrong answer');
        }),
    );
    await expect(measured).rejects.toThrow('wrong answer');
    expect(answered).toBe(7);
  });
});
