import { expect, it } from 'vitest';
import { storm } from './live/storm.ts';

it(
  'tells every reader each event once and in order, through cut connections and killed servers',
  {
    timeout: 60_000,
  },
  async () => {
    const result = await storm({ writers: 4, eventsEach: 100, readers: 5, cuts: 40, kills: 2 });
    expect(result).toMatchObject({ killed: 2, resets: [0, 0, 0, 0, 0] });
    expect(result.expected.length).toBeGreaterThan(result.acknowledged);
    for (const told of result.told) expect(told).toEqual(result.expected);
  },
);
