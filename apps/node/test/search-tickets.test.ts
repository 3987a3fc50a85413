import { createClient, unwrap } from '@chat-ticket/client';
import { issueToken } from '@chat-ticket/testing';
import { describe, expect, it } from 'vitest';
import { freshFolder } from './fresh-folder.ts';
import { runCli } from './run-cli.ts';
import { secret, startDesk } from './start-desk.ts';

/** Creates a data folder with a ticket that waits and one that is closed. */
async function openFolder() {
  const variables = { DATA_DIR: freshFolder() };
  const desk = await startDesk('node', { ...variables, AUTH_SECRET: secret });
  const backend = createClient({
    baseUrl: desk.url,
    token: () => issueToken({ secret, role: 'service', sub: 'backend' }),
  });
  const create = async (id: string) =>
    unwrap(
      await backend.createTicket({
        customer: { id, name: `Customer\u001b[2J ${id}` },
        metadata: { orderId: `order-${id}`, ccr: 'Delivery - late' },
      }),
    );
  const [waiting, closed] = [await create('one'), await create('two')];
  unwrap(await backend.closeTicket({ ticketID: closed.id }));
  await desk.stop();
  return {
    waiting,
    closed,
    search: (...args: string[]) => runCli(['tickets', 'search', ...args], variables),
  };
}

describe('chat-ticket tickets search', () => {
  it('prints tickets as a table, as JSON, and by filters', async () => {
    const { waiting, closed, search } = await openFolder();
    const { code, stdout, stderr } = await search('--open');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const [header, row, ...rest] = stdout.split('\n');
    expect(header).toMatch(
      /^id +status +queue +agent +customer +reason +customer waits +goal left +created$/,
    );
    expect(row).toMatch(
      new RegExp(
        `^${waiting.id}  CREATED  default  -      Customer \\[2J one  Delivery - late +\\d+:\\d\\d +-?\\d+:\\d\\d  [-\\d]+ [:\\d]+ UTC$`,
      ),
    );
    expect(rest).toEqual(['']);

    const idsOf = async (...args: string[]) =>
      (JSON.parse((await search('--json', ...args)).stdout) as { id: string }[]).map(({ id }) => id);
    const filters = ['--customer', 'two', '--ccr', 'delivery-late', '--order-id', 'order-two'];
    expect(await idsOf('--closed', '--closed-from', '2020-01-02T10:30Z', ...filters)).toEqual([closed.id]);
    const ofPast = ['--created-from', '2020-01-01', '--created-to', '2020-01-02'];
    expect(await idsOf('--order', 'longestWaiting', ...ofPast)).toEqual([]);
    expect(await search('--open', '--closed')).toMatchObject({ code: 1, stdout: '' });
  });

  it.each([
    ['--status', 'UPDATE_FIELD'],
    ['--created-from', 'yesterday'],
    ['--created-from', '2026-13-01'],
    ['--order', 'random'],
  ])('refuses %s %s', async (...args) => {
    const { code, stderr } = await runCli(['tickets', 'search', ...args], { DATA_DIR: freshFolder() });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^error: [^\n]+\n$/);
  });
});
