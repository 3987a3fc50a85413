import { expect, it } from 'vitest';
import { runRace } from './run-race.ts';

// Proves that concurrent processes do not break the desk. Several processes run random commands and sweeps on one
// database file, send some commands twice, and are killed with SIGKILL and replaced. Then `checkRace` replays the event
// log and compares it with the rows: no ticket is assigned twice or lost, no agent is over capacity, and every change
// is allowed. The second test runs the same race with `naiveAssign`, to show that the check detects a broken
// assignment.
//
// RACE_TICKETS sets the number of tickets. race.long.test.ts is a larger race.

const tickets = Number(process.env['RACE_TICKETS'] ?? 500);
const race = { processes: 4, agents: 6, resentShare: 0.05 } as const;

it('assigns no ticket twice, loses none and overloads no agent when processes race and are killed', async () => {
  const { violations, counts } = await runRace({ ...race, tickets, kills: 1, assignment: 'guarded' });
  expect(violations).toEqual({});
  expect(counts.kills).toBe(race.processes);
}, 120_000);

it('detects an assignment that reads in one trip and writes in another', async () => {
  const { violations } = await runRace({
    ...race,
    agents: 3,
    tickets: 100,
    resentShare: 0,
    kills: 0,
    assignment: 'naive',
  });
  expect(Object.keys(violations)).toEqual(expect.arrayContaining(['doubleAssignments', 'overCapacity']));
}, 120_000);
