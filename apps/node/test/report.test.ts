import { createClient, unwrap } from '@chat-ticket/client';
import { issueToken } from '@chat-ticket/testing';
import { expect, it } from 'vitest';
import { freshFolder } from './fresh-folder.ts';
import { runCli } from './run-cli.ts';
import { secret, startDesk } from './start-desk.ts';

/** Creates a data folder in which ann has picked a ticket of the entity FP_TH. */
async function openFolder() {
  const variables = { DATA_DIR: freshFolder() };
  const desk = await startDesk('node', { ...variables, AUTH_SECRET: secret });
  const clientOf = (role: 'agent' | 'service', sub: string) =>
    createClient({ baseUrl: desk.url, token: () => issueToken({ secret, role, sub }) });
  const ann = clientOf('agent', 'ann');
  unwrap(await ann.setOnline());
  const ticket = { customer: { id: 'c' }, metadata: { entityId: 'FP_TH' } };
  const { id } = unwrap(await clientOf('service', 'backend').createTicket(ticket));
  unwrap(await ann.setPickedTime({ ticketID: id }));
  await desk.stop();
  return (...args: string[]) => runCli(['report', ...args], variables);
}

it('prints reports of tickets and agents as a table and as JSON, and says what is wrong with a range', async () => {
  const report = await openFolder();
  const table = await report('tickets', '--group-by', 'entity', '--time-zone', 'Asia/Bangkok');
  expect({
    ...table,
    stdout: table.stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.split(/ +/).slice(0, 4)),
  }).toEqual({
    code: 0,
    stderr: '',
    stdout: [
      ['', 'created', 'answered', 'in'],
      ['FP_TH', '1', '1', '100'],
      ['total', '1', '1', '100'],
    ],
  });
  const json = JSON.parse((await report('tickets', '--entity-id', 'FP_SG', '--json')).stdout);
  expect(json).toMatchObject({ timeZone: 'UTC', total: { created: 0 }, groups: [] });
  const agents = await report('agents', '--group-by', 'agent');
  expect(agents.stdout).toMatch(/^ann .* online \d+$/m);
  expect(await report('tickets', '--from', '2026-02-30')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('Send a date that exists.'),
  });
});
