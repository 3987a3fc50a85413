import { expect, it } from 'vitest';
import { runRace } from './run-race.ts';

// A larger race.test.ts, which says what it proves and how. It prints how often each kind of change occurred, and fails
// if one did not occur.

const tickets = Number(process.env['RACE_TICKETS'] ?? 10_000);
const race = { processes: 8, agents: 24, tickets } as const;
const timeoutMs = 20 * 60_000;

it(
  'breaks no promise for ten thousand tickets when eight processes race and are killed',
  async () => {
    const { violations, counts, figures } = await runRace({
      ...race,
      resentShare: 0.02,
      kills: 3,
      assignment: 'guarded',
    });
    console.info({ ...counts, ...figures });
    expect(violations).toEqual({});
    expect(Object.entries(counts).filter(([, count]) => count === 0)).toEqual([]);
  },
  timeoutMs,
);

it(
  'detects an assignment that reads in one trip and writes in another',
  async () => {
    const smallRace = { ...race, tickets: tickets / 10, agents: 8, resentShare: 0, kills: 0 };
    const { violations, counts, figures } = await runRace({ ...smallRace, assignment: 'naive' });
    const found = Object.entries(violations).map(([name, list]) => `${name}: ${list.length}`);
    console.info({ ...counts, ...figures }, found.join(', '));
    expect(Object.keys(violations)).toEqual(expect.arrayContaining(['doubleAssignments', 'overCapacity']));
  },
  timeoutMs,
);
