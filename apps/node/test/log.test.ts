import { createClient } from '@chat-ticket/client';
import { issueToken } from '@chat-ticket/testing';
import { expect, it } from 'vitest';
import { secret, startDesk } from './start-desk.ts';

it('logs the start, requests, sweeps and the stop as JSON lines with the same fields', async () => {
  const desk = await startDesk('node', { AUTH_SECRET: secret, LOG_LEVEL: 'info' });
  const agent = createClient({
    baseUrl: desk.url,
    token: await issueToken({ secret, role: 'agent', sub: 'ann' }),
  });
  await agent.setOnline();
  const token = await issueToken({ secret, role: 'service', sub: 'shop' });
  await createClient({ baseUrl: desk.url, token }).createTicket({ customer: { id: 'c' } });
  await fetch(`${desk.url}/nothing`);
  expect(await desk.stop()).toBe(0);
  const lines = desk
    .logged()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  for (const line of lines)
    expect(line).toMatchObject({
      time,
      level: 'info',
      message: expect.any(String),
      requestId: expect.any(String),
    });
  expect(lines.map(({ message }) => message)).toEqual([
    'start',
    'request',
    'request',
    'request',
    'stop',
    'stopped',
  ]);
  expect(lines[0]).toMatchObject({ url: desk.url, database: 'file', version: expect.any(String) });
  expect(lines[3]).toMatchObject({ path: '/nothing', status: 404 });
  expect(lines[4]).toMatchObject({ signal: 'SIGTERM' });
});
