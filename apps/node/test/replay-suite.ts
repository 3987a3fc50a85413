import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { runCli } from './run-cli.ts';

export const ownChats = fileURLToPath(new URL('replay-chats.json', import.meta.url));
const realChats = fileURLToPath(new URL('../../../../shared/real-chats/abcd_sample.json', import.meta.url));

/** The lines of a table as cells, with what a clock has measured masked. */
export const cellsOf = (table: string): string[][] =>
  table
    .trimEnd()
    .split('\n')
    .map((line) => line.split(/ {2,}/).map((cell) => cell.replace(/^\+\d+\.\d\d s$/, '+t s')));

const header =
  'chat,customer,reason,order,turns,agent,taken in,assigned,picked,room closed,closed,result'.split(',');

/** The row of a chat that the replay’s own agent closed. */
const closedRow = (...chat: [id: string, customer: string, reason: string, order: string, turns: string]) => [
  ...chat,
  'replay-agent-1',
  ...header.slice(6, 11).map(() => '+t s'),
  'CLOSED',
];

type RealChat = {
  convo_id: number;
  scenario: {
    personal: { customer_name: string };
    order: { order_id?: string };
    flow: string;
    subflow: string;
  };
  original: unknown[];
};

/**
 * Declares the tests that `chat-ticket replay` passes against the desk of every runtime: its table is the
 * same but for the times. Nobody else may be online there.
 */
export const replaySuite = (target: { readonly baseUrl: string; readonly secret: string }) => {
  const replay = async (file: string) => {
    const ended = await runCli(['replay', file, '--url', target.baseUrl], { AUTH_SECRET: target.secret });
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    return cellsOf(ended.stdout);
  };

  it('closes every chat of a file, and prints what happened', async () => {
    expect(await replay(ownChats)).toEqual([
      header,
      closedRow('101', 'hugo dan', 'delivery issue - wrong address', '4711000001', '5'),
      closedRow('102', 'Zoë van der Berg', 'account access - recover password', '-', '2'),
      closedRow('203', 'priya nair', 'order issue - bill out', '4711000002', '3'),
    ]);
  });

  it('does it all once more in a second run', async () => {
    expect(await replay(ownChats)).toEqual(await replay(ownChats));
  });

  describe.runIf(existsSync(realChats))('with ../shared/real-chats', () => {
    it('closes the three real chats, and prints what happened', async () => {
      const chats = JSON.parse(readFileSync(realChats, 'utf8')) as RealChat[];
      expect(chats).toHaveLength(3);
      expect(await replay(realChats)).toEqual([
        header,
        ...chats.map(({ convo_id: id, original, scenario: { flow, order, personal, subflow } }) =>
          closedRow(
            String(id),
            personal.customer_name,
            `${flow} - ${subflow}`.replaceAll('_', ' '),
            order.order_id ?? '-',
            String(original.length),
          ),
        ),
      ]);
    });
  });
};
