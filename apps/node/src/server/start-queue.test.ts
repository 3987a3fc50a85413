import { setImmediate as nextTurn } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { StartQueue } from './start-queue.ts';

describe('the queue of requests', () => {
  let now: number;
  let added: number;
  let started: number[];
  let refused: number[];
  let queue: StartQueue;

  beforeEach(() => {
    [now, added, started, refused] = [0, 0, [], []];
    queue = new StartQueue(() => now);
  });

  /** Adds requests that take this long each. */
  const add = (count: number, tookMs: number) => {
    for (const end = added + count; added < end; added++) {
      const id = added;
      const start = () => {
        started.push(id);
        now += tookMs;
      };
      queue.add({ start, refuse: () => refused.push(id) });
    }
  };
  const untilNoneWaits = async () => {
    while (started.length + refused.length < added) await nextTurn();
  };

  it('starts a request at once while the process has time', () => {
    add(1, 0);
    expect(started).toEqual([0]);
  });

  it('starts requests in the order in which they arrive, in more turns the longer they take', async () => {
    add(200, 1);
    const perTurn: number[] = [];
    for (let before = started.length; started.length < 200; before = started.length) {
      await nextTurn();
      perTurn.push(started.length - before);
    }
    expect(started).toEqual(Array.from({ length: 200 }, (_, id) => id));
    expect(perTurn[0]).toBeGreaterThan(perTurn.at(-2)!);
    expect(perTurn.at(-2)).toBeLessThanOrEqual(4);
  });

  it('starts many requests per turn again when they take no time', async () => {
    add(200, 1);
    await untilNoneWaits();
    add(1, 0);
    for (let turn = 0; turn < 80; turn++) {
      add(1, 0);
      await nextTurn();
    }
    const before = started.length;
    add(64, 0);
    expect(started.length - before).toBe(64);
  });

  it('refuses requests that arrive while many wait, the first of them for over 250 ms', async () => {
    add(200, 1);
    now += 251;
    add(1, 1);
    expect(refused).toEqual([200]);
    await untilNoneWaits();
    add(1, 1);
    await untilNoneWaits();
    expect(refused).toEqual([200]);
  });

  it('refuses requests that wait for over 1 s among many', async () => {
    add(200, 1);
    now += 1_001;
    await untilNoneWaits();
    expect(started.length).toBe(64 + 64);
    expect(refused.length).toBe(200 - 64 - 64);
  });

  it('refuses none of 64 waiting requests, however long the process pauses', async () => {
    add(64 + 63, 1);
    now += 60_000;
    add(1, 1);
    await untilNoneWaits();
    expect(refused).toEqual([]);
  });
});
