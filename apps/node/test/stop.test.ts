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

/** Sends the head and half of the body of a request. Resolves when the desk has read them. */
async function startIntake(url: string): Promise<ClientRequest> {
  const intake = request(url + routes.createTicket.path, {
    method: 'POST',
    agent: false,
    headers: {
      Authorization: `Bearer ${await issueToken({ secret, role: 'service', sub: 'backend' })}`,
      'Content-Type': 'application/json',
      'Content-Length': body.length,
    },
  });
  await new Promise<void>((resolve) => void intake.write(body.slice(0, half), () => resolve()));
  // The desk reads connections in order: after it responds on later ones, it has read this one.
  for (let n = 0; n < 3; n++) await fetch(`${url}/healthz`, { headers: { Connection: 'close' } });
  return intake;
}

const isRefused = (url: string) =>
  fetch(`${url}/healthz`, { headers: { Connection: 'close' } }).then(
    () => false,
    () => true,
  );

describe.concurrent.each(testedRuntimes())('a desk that stops on %s', (runtime) => {
  it('accepts no new connection, finishes the request in flight and exits with 0', async ({ expect }) => {
    const desk = await startDesk(runtime);
    const intake = await startIntake(desk.url);
    const responded = once(intake, 'response') as Promise<[IncomingMessage]>;
    const stopped = desk.stop();
    await expect.poll(() => isRefused(desk.url)).toBe(true);
    intake.end(body.slice(half));
    const [response] = await responded;
    expect({ status: response.statusCode, body: await text(response) }).toEqual({
      status: 201,
      body: expect.stringContaining('"hugo"'),
    });
    expect(await stopped).toBe(0);
  });

  it('closes the connection of a request that does not end, and exits with 0', async ({ expect }) => {
    const desk = await startDesk(runtime, { AUTH_SECRET: secret, LOG_LEVEL: 'silent' });
    const intake = await startIntake(desk.url);
    const failed = once(intake, 'error');
    expect(await desk.stop()).toBe(0);
    expect(await failed).toHaveLength(1);
  });
});
