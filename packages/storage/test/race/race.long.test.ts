import { expect, it } from 'vitest';
import { runRace } from './run-race.ts';

const tickets = Number(process.env['RACE_TICKETS'] ?? 10_000);
const race = { processes: 8, agents: 24, tickets } as const;
const minutes = 60_000;

it(
  'keeps every promise to ten thousand tickets between eight processes, which are killed and go on',
  async () => {
    const { violations, counts, figures } = await runRace({
      ...race,
      resent: 0.02,
      kills: 3,
      engine: 'guarded',
    });
    console.info({ ...counts, ...figures });
    expect(violations).toEqual({});
    expect(Object.entries(counts).filter(([, count]) => count === 0)).toEqual([]);
  },
  20 * minutes,
);

it(
  'would be caught if it looked in one trip and wrote in another',
  async () => {
    const few = { ...race, tickets: tickets / 10, agents: 8, resent: 0, kills: 0 };
    const { violations, counts: told, figures } = await runRace({ ...few, engine: 'naive' });
    const counts = Object.entries(violations).map(([name, found]) => `${name}: ${found.length}`);
    console.info({ ...told, ...figures }, counts.join(', '));
    expect(Object.keys(violations)).toEqual(expect.arrayContaining(['doubles', 'overCapacity']));
  },
  20 * minutes,
);
