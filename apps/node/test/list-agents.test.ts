import { createClient, unwrap } from '@chat-ticket/client';
import { issueToken } from '@chat-ticket/testing';
import { describe, expect, it } from 'vitest';
import { freshFolder } from './fresh-folder.ts';
import { runCli } from './run-cli.ts';
import { secret, startDesk } from './start-desk.ts';

const agents = [
  { agentID: 'ann', email: 'ann@desk.example', name: 'Ann Lim', capacity: 2, skills: ['language:eng'] },
  { agentID: 'ben', email: 'ben@desk.example', name: 'Ben Ho' },
  { agentID: 'cho', email: 'cho@desk.example', name: 'Cho\u001b[2J Kim' },
  { agentID: 'dan', email: 'dan@desk.example', name: 'Dan Ho' },
];

/** Creates a data folder with four agents. ann is online and has a ticket, dan is archived. */
async function openFolder() {
  const variables = { DATA_DIR: freshFolder() };
  const desk = await startDesk('node', { ...variables, AUTH_SECRET: secret });
  const clientOf = (role: 'agent' | 'service', sub: string) =>
    createClient({ baseUrl: desk.url, token: () => issueToken({ secret, role, sub }) });
  const backend = clientOf('service', 'backend');
  for (const agent of agents) unwrap(await backend.putAgent(agent));
  unwrap(await clientOf('agent', 'ann').setOnline());
  unwrap(await backend.createTicket({ customer: { id: 'c' } }));
  unwrap(await backend.archiveAgent({ agentID: 'dan' }));
  await desk.stop();
  return (...args: string[]) => runCli(['agents', 'list', ...args], variables);
}

describe('chat-ticket agents list', () => {
  it('prints agents by name as a table, as JSON, and by filters', async () => {
    const list = await openFolder();
    const table = await list();
    expect({ ...table, stdout: table.stdout.replace(/\d{4}-\d\d-\d\d .* UTC/, 'TIME') }).toEqual({
      code: 0,
      stderr: '',
      stdout: [
        'id   name         status   connected    load  queues   skills        last login',
        'ann  Ann Lim      online   yes        1 of 2  default  language:eng  TIME',
        'ben  Ben Ho       offline  no         0 of 3  default  -             -',
        'cho  Cho [2J Kim  offline  no         0 of 3  default  -             -',
        '',
      ].join('\n'),
    });
    const idsOf = async (...args: string[]) =>
      (JSON.parse((await list('--json', ...args)).stdout) as { id: string }[]).map(({ id }) => id);
    const filters = ['--status', 'online', '--skill', 'language:en', '--queue', 'default'];
    expect(await idsOf('lim', ...filters)).toEqual(['ann']);
    expect(await idsOf('ho', '--archived')).toEqual(['dan']);

    const first = await list('--limit', '2', '--json');
    expect(JSON.parse(first.stdout)).toHaveLength(2);
    expect(first.stderr).toBe('These are the first 2 agents. Use a filter, or a higher --limit.\n');
    expect(await list('zoe')).toEqual({ code: 0, stdout: '', stderr: 'No agents match.\n' });
  });

  it.each([
    ['--limit', '0'],
    ['--limit', '10001'],
    ['--status', ''],
  ])('refuses %s %s', async (...args) => {
    const { code, stderr } = await runCli(['agents', 'list', ...args], { DATA_DIR: freshFolder() });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^error: [^\n]+\n$/);
  });
});
