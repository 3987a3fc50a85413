import { createClient, unwrap } from '@chat-ticket/client';
import { issueToken } from '@chat-ticket/testing';
import { describe, expect, it } from 'vitest';
import { freshFolder } from './fresh-folder.ts';
import { runCli } from './run-cli.ts';
import { secret, startDesk } from './start-desk.ts';

/** Creates a data folder in which a ticket waits. The only agent, ann, has no capacity. */
async function openFolder() {
  const variables = { DATA_DIR: freshFolder() };
  const desk = await startDesk('node', { ...variables, AUTH_SECRET: secret });
  const clientOf = (role: 'agent' | 'service', sub: string) =>
    createClient({ baseUrl: desk.url, token: () => issueToken({ secret, role, sub }) });
  const backend = clientOf('service', 'backend');
  const record = { agentID: 'ann', email: 'ann@desk.example', name: 'Ann', capacity: 0 };
  unwrap(await backend.putAgent(record));
  unwrap(await clientOf('agent', 'ann').setOnline());
  const { id } = unwrap(await backend.createTicket({ customer: { id: 'c' } }));
  await desk.stop();
  return { id, variables };
}

describe('chat-ticket why', () => {
  it('explains why a ticket waits, and lists what rules each agent out', async () => {
    const { id, variables } = await openFolder();
    const { code, stdout, stderr } = await runCli(['why', id], variables);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.split('\n')).toEqual([
      'It waits in the queue default as number 1.',
      'It needs no particular skill.',
      '1 agent is considered; none can take it: 1 is full.',
      '',
      'agent  status    load  ruled out by',
      'ann    online  0 of 0  full',
      '',
    ]);
  });

  it('says that the workspace has no such ticket', async () => {
    const { code, stdout, stderr } = await runCli(['why', 'nothing'], (await openFolder()).variables);
    expect({ code, stdout, stderr }).toEqual({
      code: 1,
      stdout: '',
      stderr: 'The workspace default has no ticket nothing.\n',
    });
  });

  it('refuses an invalid ticket id', async () => {
    const { code, stderr } = await runCli(['why', '../etc'], { DATA_DIR: freshFolder() });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^error: [^\n]+\n$/);
  });
});
