import { expect } from 'vitest';
import type { StormResult } from './storm.ts';

/** Holds what every reader was told against what the database has, and answers the storm in figures. */
export function expectNothingLost(result: StormResult) {
  const { expected, log, messages, readers } = result;
  const sum = (of: (index: number) => number) => readers.reduce((all, _, n) => all + of(n), 0);
  const figures = {
    seed: result.seed,
    written: log.length,
    repeated: result.repeated,
    alreadyWritten: result.alreadyWritten,
    cut: result.cut,
    killed: result.killed,
    connectionsKilled: result.connectionsKilled,
    connections: sum((n) => readers[n]!.count.connections),
    told: sum((n) => readers[n]!.heard.length),
    missed: sum((n) => {
      const heard = new Set(readers[n]!.heard.map(({ event }) => event));
      return expected[n]!.filter(({ event }) => !heard.has(event)).length;
    }),
    doubledOrOutOfOrder: sum((n) => readers[n]!.disorder()),
    resets: sum((n) => readers[n]!.count.resets),
  };
  console.info(JSON.stringify(figures));

  expect(figures, `seed ${result.seed}`).toMatchObject({
    written: result.total,
    missed: 0,
    doubledOrOutOfOrder: 0,
    resets: 0,
  });
  for (const [n, room] of messages.entries()) {
    const { roomId } = result.rooms[n]!;
    expect(room.map(({ seq }) => seq)).toEqual(room.map((_, index) => index + 1));
    expect(new Set(room.map(({ text }) => text)).size, 'each message was written once').toBe(room.length);
    const logged = log.filter((said) => said.roomId === roomId);
    expect(logged).toMatchObject(room);
  }
  expect(messages.flat()).toHaveLength(result.total);
  for (const [n, { heard, name }] of readers.entries()) expect(heard, name).toEqual(expected[n]);
  return figures;
}
