import { once } from 'node:events';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { routes } from '@chat-ticket/contract';
import { issueToken } from '@chat-ticket/testing';
import { describe, it } from 'vitest';
import { testedRuntimes } from './runtimes.ts';
import { secret, startDesk } from './start-desk.ts';

const body = JSON.stringify({ customer: { id: 'hugo' } });
const half = body.length / 2;

/** A request whose head and half of whose body the desk has. */
async function beginIntake(url: string): Promise<ClientRequest> {
  const begun = request(url + routes.createTicket.path, {
    method: 'POST',
    agent: false,
    headers: {
      Authorization: `Bearer ${await issueToken({ secret, role: 'service', sub: 'backend' })}`,
      'Content-Type': 'application/json',
      'Content-Length': body.length,
    },
  });
  await new Promise<void>((resolve) => void begun.write(body.slice(0, half), () => resolve()));
  // What comes on later connections is answered, so what came on this one has been read.
  for (let n = 0; n < 3; n++) await fetch(`${url}/healthz`, { headers: { Connection: 'close' } });
  return begun;
}

const isRefused = (url: string) =>
  fetch(`${url}/healthz`, { headers: { Connection: 'close' } }).then(
    () => false,
    () => true,
  );

describe.concurrent.each(testedRuntimes())('a desk that is told to stop on %s', (runtime) => {
  it('takes no new connection, ends the request in flight and exits 0', async ({ expect }) => {
    const desk = await startDesk(runtime);
    const intake = await beginIntake(desk.url);
    const answered = once(intake, 'response') as Promise<[IncomingMessage]>;
    const stopped = desk.stop();
    await expect.poll(() => isRefused(desk.url)).toBe(true);
    intake.end(body.slice(half));
    const [response] = await answered;
    expect({ status: response.statusCode, body: await text(response) }).toEqual({
      status: 201,
      body: expect.stringContaining('"hugo"'),
    });
    expect(await stopped).toBe(0);
  });

  it('cuts a request that does not end, and exits 0', async ({ expect }) => {
    const desk = await startDesk(runtime, { AUTH_SECRET: secret, LOG_LEVEL: 'silent' });
    const intake = await beginIntake(desk.url);
    const cut = once(intake, 'error');
    expect(await desk.stop()).toBe(0);
    expect(await cut).toHaveLength(1);
  });
});
