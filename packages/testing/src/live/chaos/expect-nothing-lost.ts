import { expect } from 'vitest';
import type { ChaosResult } from './run-chaos.ts';

/**
 * Expects that every reader received exactly the messages that the database holds for it, in order and once, and
 * that every message was written once. Prints and returns the figures of the run.
 */
export function expectNothingLost(result: ChaosResult) {
  const { expected, eventLog, messages, readers } = result;
  const sum = (of: (index: number) => number) => readers.reduce((all, _, n) => all + of(n), 0);
  const figures = {
    seed: result.seed,
    written: eventLog.length,
    repeated: result.repeated,
    alreadyWritten: result.alreadyWritten,
    cut: result.cut,
    killed: result.killed,
    connectionsKilled: result.connectionsKilled,
    connections: sum((n) => readers[n]!.count.connections),
    received: sum((n) => readers[n]!.received.length),
    missed: sum((n) => {
      const received = new Set(readers[n]!.received.map(({ eventSeq }) => eventSeq));
      return expected[n]!.filter(({ eventSeq }) => !received.has(eventSeq)).length;
    }),
    repeatedOrOutOfOrder: sum((n) => readers[n]!.repeatedOrOutOfOrder()),
    resets: sum((n) => readers[n]!.count.resets),
  };
  console.info(JSON.stringify(figures));

  expect(figures, `seed ${result.seed}`).toMatchObject({
    written: result.total,
    missed: 0,
    repeatedOrOutOfOrder: 0,
    resets: 0,
  });
  for (const [n, room] of messages.entries()) {
    const { roomId } = result.rooms[n]!;
    expect(room.map(({ seq }) => seq)).toEqual(room.map((_, index) => index + 1));
    expect(new Set(room.map(({ text }) => text)).size, 'each message is written once').toBe(room.length);
    expect(eventLog.filter((message) => message.roomId === roomId)).toMatchObject(room);
  }
  expect(messages.flat()).toHaveLength(result.total);
  for (const [n, { received, name }] of readers.entries()) expect(received, name).toEqual(expected[n]);
  return figures;
}
