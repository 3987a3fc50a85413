import { onTestFinished } from 'vitest';
import type { Target } from '../../caller.ts';
import { pause } from '../../pause.ts';
import { issueToken } from '../../token.ts';
import { openRooms } from './open-rooms.ts';
import { openReader, type Reader } from './reader.ts';
import { seededRandom } from './seeded-random.ts';
import { readLog, readRoom } from './what-was-said.ts';
import { write, type Writing } from './writer.ts';

export type StormSize = {
  /** Two a room: its agent and its customer. */
  writers: number;
  messagesEach: number;
  /** In turn customers and agents, who hear their own room, and supervisors, who hear all. */
  readers: number;
  cuts: number;
  kills: number;
  /** How long nothing is written half-way. None by default. */
  quietMs?: number;
};

/** A desk that a storm can go over: on an empty database, which a kill leaves as it is. */
export type StormDesk = Target & {
  /** Kills it without a word and starts it again at the same address. */
  killAndRestart(): Promise<void>;
};

/** Longer than a desk takes to tell what it has overlooked at first. */
const silenceMs = 30_000;

/**
 * In a test: writers write in rooms and readers follow while connections are cut and the server is killed. Answers what
 * each reader was told beside what the database has at the end.
 */
export async function storm(desk: StormDesk, size: StormSize, seed: number) {
  const random = seededRandom(seed);
  const { service, rooms } = await openRooms(desk, size.writers / 2);
  const readers = await Promise.all(Array.from({ length: size.readers }, (_, n) => follow(desk, rooms, n)));
  onTestFinished(() => {
    for (const reader of readers) reader.close();
  });

  const total = size.writers * size.messagesEach;
  const writing: Writing = { answered: 0, repeated: 0, alreadyWritten: 0, isHeld: false, isOver: false };
  const writers = Array.from({ length: size.writers }, (_, n) => {
    const { messagesEach: messages, quietMs = 0 } = size;
    const writer = { name: `w${n}`, isAgent: n % 2 === 0, messages, quietMs };
    return write(desk.baseUrl, rooms[n >> 1]!, { ...writer, random }, writing);
  });
  const writes = Promise.all(writers).finally(() => {
    writing.isOver = true;
  });

  let killed = 0;
  let connectionsKilled = 0;
  const kill = async () => {
    while (killed < size.kills && !writing.isOver) {
      const isDue = writing.answered >= ((killed + 1) * total) / (size.kills + 1);
      const live = readers.filter((reader) => reader.isLive()).length;
      // Spread over the writing, which waits for readers to be back, so that each kill hits both.
      writing.isHeld = isDue && live < readers.length / 2;
      if (!isDue || writing.isHeld) await pause(5);
      else {
        await pause(random() * 50);
        connectionsKilled += readers.filter((reader) => reader.isLive()).length;
        await desk.killAndRestart();
        killed += 1;
      }
    }
  };
  let cut = 0;
  const cutOne = () => {
    cut += readers[Math.floor(random() * readers.length)]!.cut();
  };
  const cutSome = async () => {
    while (cut < size.cuts && !writing.isOver) {
      const isDue = cut < (size.cuts * writing.answered) / total;
      if (isDue) cutOne();
      await pause(isDue ? random() * 4 : 5);
    }
  };
  await Promise.all([writes, kill(), cutSome()]);
  while (cut < size.cuts) {
    cutOne();
    await pause(5);
  }

  const log = await readLog(service);
  const messages = await Promise.all(rooms.map(({ roomId }) => readRoom(service, roomId)));
  const expected = readers.map(({ hears }) => log.filter(hears));
  await untilAllIsTold(readers, expected);
  return { seed, rooms, readers, expected, log, messages, total, killed, connectionsKilled, cut, ...writing };
}
export type StormResult = Awaited<ReturnType<typeof storm>>;

async function untilAllIsTold(readers: readonly Reader[], expected: readonly unknown[][]): Promise<void> {
  const wanted = expected.reduce((sum, list) => sum + list.length, 0);
  let told = 0;
  for (let toldAt = Date.now(); told < wanted && Date.now() - toldAt < silenceMs; await pause(20)) {
    const now = readers.reduce((sum, { heard }) => sum + heard.length, 0);
    if (now > told) toldAt = Date.now();
    told = now;
  }
}

async function follow(
  { baseUrl: deskUrl, secret }: StormDesk,
  rooms: Awaited<ReturnType<typeof openRooms>>['rooms'],
  n: number,
): Promise<Reader> {
  const { agentToken, customerToken, roomId } = rooms[Math.floor(n / 3) % rooms.length]!;
  const all = { deskUrl, name: `reader ${n}` };
  if (n % 3 === 0)
    return openReader({
      ...all,
      token: customerToken,
      hears: (said) => said.roomId === roomId && said.kind !== 'note',
    });
  if (n % 3 === 1) return openReader({ ...all, token: agentToken, hears: (said) => said.roomId === roomId });
  const token = await issueToken({ secret, role: 'supervisor', sub: `supervisor-${n}` });
  return openReader({ ...all, token, hears: () => true });
}
