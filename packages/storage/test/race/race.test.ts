import { expect, it } from 'vitest';
import { runRace } from './run-race.ts';

const tickets = Number(process.env['RACE_TICKETS'] ?? 1_000);
const race = { processes: 4, tickets, agents: 6, resent: 0.1 } as const;

it(
  'gives no ticket twice, loses none and fills no agent over, whoever races for it',
  { timeout: 600_000 },
  async () => {
    const { doubles, overCapacity, badSteps, lost, untold, miscounted, ...figures } = await runRace({
      ...race,
      engine: 'guarded',
    });
    console.log(figures);
    expect({ doubles, overCapacity, badSteps, lost, untold, miscounted }).toEqual({
      doubles: [],
      overCapacity: [],
      badSteps: [],
      lost: [],
      untold: [],
      miscounted: [],
    });
  },
);

it('would be caught if it looked in one trip and wrote in another', { timeout: 600_000 }, async () => {
  const { doubles, overCapacity, ...rest } = await runRace({ ...race, engine: 'naive' });
  console.log(
    doubles.length,
    overCapacity.length,
    rest.untold.length,
    rest.seconds,
    rest.commands,
    rest.assignments,
    rest.closed,
    rest.badSteps.length,
    rest.miscounted.length,
  );
  expect(doubles.length).toBeGreaterThan(0);
  expect(overCapacity.length).toBeGreaterThan(0);
});
