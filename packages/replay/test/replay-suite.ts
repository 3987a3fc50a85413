import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createClient, unwrap } from '@chat-ticket/client';
import { issueToken } from '@chat-ticket/testing';
import { beforeAll, describe, expect, it } from 'vitest';

export const ownChats = fileURLToPath(new URL('replay-chats.json', import.meta.url));
const realChats = fileURLToPath(new URL('../../../../shared/real-chats/abcd_sample.json', import.meta.url));

/** The cells of the final table, with times masked. */
export const cellsOf = (stdout: string): string[][] =>
  stdout
    .slice(stdout.search(/^chat  customer /m))
    .trimEnd()
    .split('\n')
    .map((line) => line.split(/ {2,}/).map((cell) => cell.replace(/^\+\d+\.\d\d s$/, '+t s')));

/** The printed events of each chat, without times and padding, and without the line whose place varies. */
export const eventsOf = (stdout: string): string[][] =>
  stdout
    .slice(0, stdout.search(/^chat  customer /m))
    .trim()
    .split('\n\n')
    .map((chat) =>
      chat
        .split('\n')
        .map((line) => line.replace(/^ +\+\d+\.\d\d s {2}(.+?) {2,}/, '$1: '))
        .filter((line) => !line.endsWith('does not pick the offer')),
    );

const header =
  'chat,customer,reason,order,turns,agent,created,assigned,picked,room closed,closed,route,result'.split(',');

type Facts = [id: string, customer: string, reason: string, order: string, turns: string];

/** The row of a closed chat that reached its agent by this route. */
const closedRow = (chat: Facts, agent: string, route: string) => [
  ...chat,
  agent,
  ...header.slice(6, 11).map(() => '+t s'),
  route,
  'CLOSED',
];

/** The agents and routes of the first three chats; `one` receives each first offer. */
const routes = (one: string, two: string) =>
  [
    [two, `declined by ${one}, assigned to ${two}`],
    [two, `missed by ${one}, assigned to ${two}`],
    [two, `picked by ${one}, transferred to ${two}`],
  ] as const;

const [one, two] = ['replay-agent-1', 'replay-agent-2'];

const chats: Facts[] = [
  ['101', 'hugo dan', 'delivery issue - wrong address', '4711000001', '5'],
  ['102', 'Zoë van der Berg', 'account access - recover password', '-', '2'],
  ['203', 'priya nair', 'order issue - bill out', '4711000002', '3'],
];

const lineOfTurn = ([speaker, text]: [speaker: string, text: string]) =>
  `${speaker === 'action' ? '(note) ' : ''}${text.replaceAll(/[\r\n\t]+/g, ' ')}`;

const withoutSpeaker = (line: string) => line.slice(line.indexOf(': ') + 2);

const events = [
  [
    'chat 101: hugo dan, delivery issue - wrong address, order 4711000001, 5 turns',
    'desk: created',
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
    `replay: the customer, ${two} and the database have the same transcript: 4 messages and 1 note (hidden from the customer)`,
  ],
  [
    'chat 102: Zoë van der Berg, account access - recover password, 2 turns',
    'desk: created',
    `desk: offered to ${one}`,
    `desk: missed by ${one}`,
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
    'desk: created',
    `desk: offered to ${one}`,
    `desk: picked by ${one}`,
    'priya nair: I was charged twice for one order.',
    `${one}: I see it, and take one of them back.`,
    `desk: transferred by ${one}, offered to ${two}`,
    `desk: picked by ${two}`,
    `${two}: (note) A refund has been made for $34.20.`,
    'desk: room closed',
    'desk: ticket closed',
    `replay: the customer, ${one} (until the transfer), ${two} and the database have the same transcript: 2 messages and 1 note (hidden from the customer)`,
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

const tableOf = (facts: readonly Facts[], rows: readonly (readonly [string, string])[]) => [
  header,
  ...facts.map((chat, i) => closedRow(chat, ...(rows[i] ?? ['', '']))),
];

/** Shortens the pick timeout to 2 s. The replay itself changes no settings. */
export const shortenPickTimeout = async (target: { readonly baseUrl: string; readonly secret: string }) => {
  const token = () => issueToken({ secret: target.secret, role: 'admin', sub: 'admin' });
  const desk = createClient({ baseUrl: target.baseUrl, token });
  unwrap(await desk.putSettings({ queues: [{ id: 'default', pickTimeoutSeconds: 2 }] }));
};

/** Replays a file at full speed. Returns the output in the form of the CLI command. */
export type RunReplay = (
  file: string,
  options: { plain: boolean },
) => Promise<{ code: number | null; stdout: string; stderr: string }>;

/**
 * The tests that a replay passes against the desk of every runtime. The tables differ only in their times. No
 * other agent of the desk may be online.
 */
export const replaySuite = (
  target: { readonly baseUrl: string; readonly secret: string },
  run: RunReplay,
) => {
  beforeAll(() => shortenPickTimeout(target));

  const print = async (file: string, { plain = false } = {}) => {
    const ended = await run(file, { plain });
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    return ended.stdout;
  };
  const replay = async (file: string, options?: { plain: boolean }) => cellsOf(await print(file, options));

  it('declines, misses and transfers a chat, prints each event, and prints a table of the results', async () => {
    const printed = await print(ownChats);
    expect(eventsOf(printed)).toEqual(events);
    expect(cellsOf(printed)).toEqual(tableOf(chats, routes(one, two)));
  });

  it('reaches the agent of the first run when each customer returns', async () => {
    const [, ...before] = await replay(ownChats);
    const last = before.map((row) => row[5]);
    const [, ...after] = await replay(ownChats);
    expect(after.map((row) => row[5])).toEqual(last.map((id) => (id === one ? two : one)));
    expect(after.map((row) => row[11])).toEqual(
      routes(last[0]!, last[0] === one ? two : one).map(([, route]) => route),
    );
  });

  it('picks and closes every chat with the option plain', async () => {
    const [, ...rows] = await replay(ownChats, { plain: true });
    for (const row of rows) expect(row.slice(11)).toEqual([`assigned to ${row[5]}`, 'CLOSED']);
  });

  describe.runIf(existsSync(realChats))('with ../shared/real-chats', () => {
    it('declines, misses and transfers the three real chats, sends every turn, and closes them', async () => {
      const real = JSON.parse(readFileSync(realChats, 'utf8')) as RealChat[];
      expect(real).toHaveLength(3);
      const printed = await print(realChats);
      expect(cellsOf(printed)).toEqual(tableOf(real.map(factsOf), routes(one, two)));
      for (const [n, lines] of eventsOf(printed).entries()) {
        expect(lines.filter((line) => !/^(chat|desk|replay)\b(?!-)/.test(line)).map(withoutSpeaker)).toEqual(
          real[n]!.original.map(lineOfTurn),
        );
        expect(lines.at(-1)).toMatch(/^replay: .* have the same transcript: /);
      }
    });
  });
};
