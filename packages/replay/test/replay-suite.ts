import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createClient, unwrap } from '@chat-ticket/client';
import { issueToken } from '@chat-ticket/testing';
import { beforeAll, describe, expect, it } from 'vitest';

export const ownChats = fileURLToPath(new URL('replay-chats.json', import.meta.url));
const realChats = fileURLToPath(new URL('../../../../shared/real-chats/abcd_sample.json', import.meta.url));

/** The lines of the table at the end as cells, with what a clock has measured masked. */
export const cellsOf = (stdout: string): string[][] =>
  stdout
    .slice(stdout.search(/^chat  customer /m))
    .trimEnd()
    .split('\n')
    .map((line) => line.split(/ {2,}/).map((cell) => cell.replace(/^\+\d+\.\d\d s$/, '+t s')));

/** The story before it: lines for each chat, without times, widths and what is not of the desk’s order. */
export const storiesOf = (stdout: string): string[][] =>
  stdout
    .slice(0, stdout.search(/^chat  customer /m))
    .trim()
    .split('\n\n')
    .map((story) =>
      story
        .split('\n')
        .map((line) => line.replace(/^ +\+\d+\.\d\d s {2}(.+?) {2,}/, '$1: '))
        .filter((line) => !line.endsWith('leaves the offer alone')),
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

const lineOfTurn = ([speaker, text]: [speaker: string, text: string]) =>
  `${speaker === 'action' ? '(note) ' : ''}${text.replaceAll(/\s+/g, ' ')}`;

const speakerless = (line: string) => line.slice(line.indexOf(': ') + 2);

const stories = [
  [
    'chat 101: hugo dan, delivery issue - wrong address, order 4711000001, 5 turns',
    'desk: taken in',
    `desk: offered to ${one}`,
    `desk: declined by ${one}`,
    `desk: offered to ${two}`,
    `desk: picked by ${two}`,
    `${two}: Hello, how can I help you?`,
    'hugo dan: My rider went to block 12, I am at block 21.',
    `${two}: (note) The rider has been called.`,
    `${two}: I have told him. He is with you in five minutes.`,
    'hugo dan: Great, thank you!',
    'desk: room closed',
    'desk: ticket closed',
    `replay: the customer, ${two} and the database have the same transcript: 4 messages, and 1 note that the customer was not shown`,
  ],
  [
    'chat 102: Zoë van der Berg, account access - recover password, 2 turns',
    'desk: taken in',
    `desk: offered to ${one}`,
    `desk: not picked in time by ${one}`,
    `desk: offered to ${two}`,
    `desk: picked by ${two}`,
    'Zoë van der Berg: I can not get into my account any more.',
    `${two}: I have sent you a link. Is there anything else?`,
    'desk: room closed',
    'desk: ticket closed',
    `replay: the customer, ${two} and the database have the same transcript: 2 messages`,
  ],
  [
    'chat 203: priya nair, order issue - bill out, order 4711000002, 3 turns',
    'desk: taken in',
    `desk: offered to ${one}`,
    `desk: picked by ${one}`,
    'priya nair: I was charged twice for one order.',
    `${one}: I see it, and take one of them back.`,
    `desk: transferred by ${one}, offered to ${two}`,
    `desk: picked by ${two}`,
    `${two}: (note) A refund has been made for $34.20.`,
    'desk: room closed',
    'desk: ticket closed',
    `replay: the customer, ${one} until it left, ${two} and the database have the same transcript: 2 messages, and 1 note that the customer was not shown`,
  ],
];

type RealChat = {
  convo_id: number;
  scenario: {
    personal: { customer_name: string };
    order: { order_id?: string };
    flow: string;
    subflow: string;
  };
  original: [speaker: string, text: string][];
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

/** Replays a file at full speed. Returns what the replay printed, as the CLI command prints it. */
export type RunReplay = (
  file: string,
  options: { plain: boolean },
) => Promise<{ code: number | null; stdout: string; stderr: string }>;

/**
 * Declares the tests that a replay passes against the desk of every runtime: its table is the same but for the
 * times. No other agent may be online there.
 */
export const replaySuite = (
  target: { readonly baseUrl: string; readonly secret: string },
  run: RunReplay,
) => {
  beforeAll(() => hurry(target));

  const print = async (file: string, { plain = false } = {}) => {
    const ended = await run(file, { plain });
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    return ended.stdout;
  };
  const replay = async (file: string, options?: { plain: boolean }) => cellsOf(await print(file, options));

  it('has a chat declined, one missed and one transferred, tells each as it happens, and how it went', async () => {
    const printed = await print(ownChats);
    expect(storiesOf(printed)).toEqual(stories);
    expect(cellsOf(printed)).toEqual(tableOf(chats, acts(one, two)));
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
    const [, ...rows] = await replay(ownChats, { plain: true });
    for (const row of rows) expect(row.slice(11)).toEqual([`taken by ${row[5]}`, 'CLOSED']);
  });

  describe.runIf(existsSync(realChats))('with ../shared/real-chats', () => {
    it('has the three real chats declined, missed and transferred, says every turn, and closes them', async () => {
      const real = JSON.parse(readFileSync(realChats, 'utf8')) as RealChat[];
      expect(real).toHaveLength(3);
      const printed = await print(realChats);
      expect(cellsOf(printed)).toEqual(tableOf(real.map(factsOf), acts(one, two)));
      for (const [n, story] of storiesOf(printed).entries()) {
        expect(story.filter((line) => !/^(chat|desk|replay)\b(?!-)/.test(line)).map(speakerless)).toEqual(
          real[n]!.original.map(lineOfTurn),
        );
        expect(story.at(-1)).toMatch(/^replay: .* have the same transcript: /);
      }
    });
  });
};
