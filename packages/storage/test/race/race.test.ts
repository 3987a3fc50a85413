import { expect, it } from 'vitest';
import { runRace } from './run-race.ts';

const tickets = Number(process.env['RACE_TICKETS'] ?? 500);
const race = { processes: 4, agents: 6, resent: 0.05 } as const;

it('gives no ticket twice, loses none and fills no agent over, whoever races for it and is killed over it', async () => {
  const { violations, counts } = await runRace({ ...race, tickets, kills: 1, engine: 'guarded' });
  expect(violations).toEqual({});
  expect(counts.kills).toBe(race.processes);
}, 120_000);

it('would be caught if it looked in one trip and wrote in another', async () => {
  const { violations } = await runRace({
    ...race,
    agents: 3,
    tickets: 100,
    resent: 0,
    kills: 0,
    engine: 'naive',
  });
  expect(Object.keys(violations)).toEqual(expect.arrayContaining(['doubles', 'overCapacity']));
}, 120_000);
