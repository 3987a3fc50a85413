import { onTestFinished } from 'vitest';
import { issueToken } from '../../issue-token.ts';
import { pause } from '../../pause.ts';
import type { Target } from '../../test-client.ts';
import { openRooms } from './open-rooms.ts';
import { openReader, type Reader } from './reader.ts';
import { seededRandom } from './seeded-random.ts';
import { readEventLog, readRoom } from './transcript.ts';
import { type Progress, writeMessages } from './writer.ts';

export type ChaosSize = {
  /** Two for each room: its agent and its customer. */
  writers: number;
  messagesEach: number;
  /** By turns customers and agents, who receive their own room, and supervisors, who receive every room. */
  readers: number;
  /** Connections of readers to cut. */
  cuts: number;
  /** Times to kill and restart the desk. */
  kills: number;
  /**
   * How long each writer pauses halfway.
   * @default 0
   */
  quietMs?: number;
};

/** A desk that a test may kill. Its database is empty at the start and survives a kill. */
export type ChaosDesk = Target & {
  /** Kills the desk with SIGKILL and starts it again at the same address. */
  killAndRestart(): Promise<void>;
};

/** Longer than a hub takes to find and send an event that it has missed. */
const silenceMs = 30_000;

/**
 * Chaos test of the live channel, called within a test. Writers send messages to rooms and readers follow them
 * while connections are cut and the desk is killed. Returns what each reader received, beside what the database
 * holds at the end. The same `seed` makes the same random choices.
 */
export async function runChaos(desk: ChaosDesk, size: ChaosSize, seed: number) {
  const random = seededRandom(seed);
  const { service, rooms } = await openRooms(desk, size.writers / 2);
  const readers = await Promise.all(Array.from({ length: size.readers }, (_, n) => follow(desk, rooms, n)));
  onTestFinished(() => {
    for (const reader of readers) reader.close();
  });

  const total = size.writers * size.messagesEach;
  const progress: Progress = {
    written: 0,
    repeated: 0,
    alreadyWritten: 0,
    isPaused: false,
    isFinished: false,
  };
  const writers = Array.from({ length: size.writers }, (_, n) => {
    const { messagesEach: messages, quietMs = 0 } = size;
    const writer = { name: `w${n}`, isAgent: n % 2 === 0, messages, quietMs, random };
    return writeMessages(desk.baseUrl, rooms[n >> 1]!, writer, progress);
  });
  const writes = Promise.all(writers).finally(() => {
    progress.isFinished = true;
  });

  let killed = 0;
  let connectionsKilled = 0;
  const kill = async () => {
    while (killed < size.kills && !progress.isFinished) {
      const isDue = progress.written >= ((killed + 1) * total) / (size.kills + 1);
      const live = readers.filter((reader) => reader.isLive()).length;
      // Writers pause until half of the readers are back, so that each kill hits writers and readers.
      progress.isPaused = isDue && live < readers.length / 2;
      if (!isDue || progress.isPaused) await pause(5);
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
  const cutDuringWrites = async () => {
    while (cut < size.cuts && !progress.isFinished) {
      const isDue = cut < (size.cuts * progress.written) / total;
      if (isDue) cutOne();
      await pause(isDue ? random() * 4 : 5);
    }
  };
  await Promise.all([writes, kill(), cutDuringWrites()]);
  while (cut < size.cuts) {
    cutOne();
    await pause(5);
  }

  const eventLog = await readEventLog(service);
  const messages = await Promise.all(rooms.map(({ roomId }) => readRoom(service, roomId)));
  const expected = readers.map(({ expectedOf }) => expectedOf(eventLog));
  await untilReceived(readers, expected);
  return {
    seed,
    rooms,
    readers,
    expected,
    eventLog,
    messages,
    total,
    killed,
    connectionsKilled,
    cut,
    ...progress,
  };
}
export type ChaosResult = Awaited<ReturnType<typeof runChaos>>;

/** Waits until the readers have received as many messages as expected, or nothing for `silenceMs`. */
async function untilReceived(readers: readonly Reader[], expected: readonly unknown[][]): Promise<void> {
  const wanted = expected.reduce((sum, list) => sum + list.length, 0);
  let received = 0;
  for (let at = Date.now(); received < wanted && Date.now() - at < silenceMs; await pause(20)) {
    const now = readers.reduce((sum, reader) => sum + reader.received.length, 0);
    if (now > received) at = Date.now();
    received = now;
  }
}

async function follow(
  { baseUrl: deskUrl, secret }: ChaosDesk,
  rooms: Awaited<ReturnType<typeof openRooms>>['rooms'],
  n: number,
): Promise<Reader> {
  const { agentToken, customerToken, roomId } = rooms[Math.floor(n / 3) % rooms.length]!;
  const all = { deskUrl, name: `reader ${n}` };
  if (n % 3 === 0)
    return openReader({
      ...all,
      token: customerToken,
      isCustomer: true,
      receives: (message) => message.roomId === roomId && message.kind !== 'note',
    });
  if (n % 3 === 1)
    return openReader({ ...all, token: agentToken, receives: (message) => message.roomId === roomId });
  const token = await issueToken({ secret, role: 'supervisor', sub: `supervisor-${n}` });
  return openReader({ ...all, token, receives: () => true });
}
