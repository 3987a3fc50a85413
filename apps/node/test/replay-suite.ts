import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createClient, unwrap } from '@chat-ticket/client';
import { issueToken } from '@chat-ticket/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { runCli } from './run-cli.ts';

export const ownChats = fileURLToPath(new URL('replay-chats.json', import.meta.url));
const realChats = fileURLToPath(new URL('../../../../shared/real-chats/abcd_sample.json', import.meta.url));

/** The lines of the table at the end as cells, with what a clock has measured masked. */
export const cellsOf = (stdout: string): string[][] =>
  stdout
    .slice(stdout.search(/^chat  customer /m))
    .trimEnd()
    .split('\n')
    .map((line) => line.split(/ {2,}/).map((cell) => cell.replace(/^\+\d+\.\d\d s$/, '+t s')));

/** The story before it, a list of lines for each chat, without times and widths. */
export const storiesOf = (stdout: string): string[][] =>
  stdout
    .slice(0, stdout.search(/^chat  customer /m))
    .trim()
    .split('\n\n')
    .map((story) =>
      story.split('\n').map((line) => line.replace(/^ +\+\d+\.\d\d s {2}(.+?) {2,}/, '$1: ')),
    );

const header =
  'chat,customer,reason,order,turns,agent,taken in,assigned,picked,room closed,closed,way,result'.split(',');

type Facts = [id: string, customer: string, reason: string, order: string, turns: string];

/** The row of a chat that came to an agent in this way, and was closed. */
const closedRow = (chat: Facts, agent: string, way: string) => [
  ...chat,
  agent,
  ...header.slice(6, 11).map(() => '+t s'),
  way,
  'CLOSED',
];

/** What becomes of the first three chats, by whom each comes to first. */
const acts = (one: string, two: string) =>
  [
    [two, `declined by ${one}, taken by ${two}`],
    [two, `missed by ${one}, taken by ${two}`],
    [two, `picked by ${one}, transferred to ${two}`],
  ] as const;

const [one, two] = ['replay-agent-1', 'replay-agent-2'];

const chats: Facts[] = [
  ['101', 'hugo dan', 'delivery issue - wrong address', '4711000001', '5'],
  ['102', 'Zoë van der Berg', 'account access - recover password', '-', '2'],
  ['203', 'priya nair', 'order issue - bill out', '4711000002', '3'],
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

const factsOf = ({ convo_id: id, original, scenario }: RealChat): Facts => [
  String(id),
  scenario.personal.customer_name,
  `${scenario.flow} - ${scenario.subflow}`.replaceAll('_', ' '),
  scenario.order.order_id ?? '-',
  String(original.length),
];

const tableOf = (facts: readonly Facts[], ways: readonly (readonly [string, string])[]) => [
  header,
  ...facts.map((chat, i) => closedRow(chat, ...(ways[i] ?? ['', '']))),
];

/** Lets an offer be missed soon; the replay itself sets nothing. */
export const hurry = async (target: { readonly baseUrl: string; readonly secret: string }) => {
  const token = () => issueToken({ secret: target.secret, role: 'admin', sub: 'admin' });
  const desk = createClient({ baseUrl: target.baseUrl, token });
  unwrap(await desk.putSettings({ queues: [{ id: 'default', pickTimeoutSeconds: 2 }] }));
};

/**
 * Declares the tests that `chat-ticket replay` passes against the desk of every runtime: its table is the
 * same but for the times. Nobody else may be online there.
 */
export const replaySuite = (target: { readonly baseUrl: string; readonly secret: string }) => {
  beforeAll(() => hurry(target));

  const replay = async (file: string, ...options: string[]) => {
    const args = ['replay', file, '--url', target.baseUrl, ...options];
    const ended = await runCli(args, { AUTH_SECRET: target.secret });
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    return cellsOf(ended.stdout);
  };
  it('has a chat declined, one missed and one transferred, closes each, and prints how it went', async () => {
    expect(await replay(ownChats)).toEqual(tableOf(chats, acts(one, two)));
  });

  it('comes in a second run to the agent whom each customer had in the first', async () => {
    const [, ...before] = await replay(ownChats);
    const last = before.map((row) => row[5]);
    const [, ...after] = await replay(ownChats);
    expect(after.map((row) => row[5])).toEqual(last.map((id) => (id === one ? two : one)));
    expect(after.map((row) => row[11])).toEqual(
      acts(last[0]!, last[0] === one ? two : one).map(([, way]) => way),
    );
  });

  it('simply picks and closes the chats when it is told to', async () => {
    const [, ...rows] = await replay(ownChats, '--plain');
    for (const row of rows) expect(row.slice(11)).toEqual([`taken by ${row[5]}`, 'CLOSED']);
  });

  describe.runIf(existsSync(realChats))('with ../shared/real-chats', () => {
    it('has the three real chats declined, missed and transferred, and closes them', async () => {
      const real = JSON.parse(readFileSync(realChats, 'utf8')) as RealChat[];
      expect(real).toHaveLength(3);
      expect(await replay(realChats)).toEqual(tableOf(real.map(factsOf), acts(one, two)));
    });
  });
};
