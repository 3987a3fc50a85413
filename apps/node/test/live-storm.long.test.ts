import { expect, it } from 'vitest';
import { storm } from './live/storm.ts';

it('loses, doubles and reorders nothing for 20 readers of 10,000 events, over 1,000 cuts and 20 kills', async () => {
  const result = await storm({ writers: 10, eventsEach: 1_000, readers: 20, cuts: 1_000, kills: 20 });
  const { acknowledged, connections, cut, expected, killed, resets, told } = result;
  console.info({ acknowledged, connections, cut, events: expected.length, killed });
  expect(acknowledged).toBe(10_000);
  expect(cut).toBeGreaterThanOrEqual(1_000);
  expect(killed).toBe(20);
  expect(new Set(resets)).toEqual(new Set([0]));
  for (const list of told) expect(list).toEqual(expected);
});
