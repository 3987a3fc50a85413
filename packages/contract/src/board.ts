import * as v from 'valibot';
import { Identifier, Timestamp } from './identifier.ts';

const count = (description: string, example: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(0), v.description(description), v.examples([example]));

const BoardQueue = v.strictObject({
  id: v.pipe(v.string(), v.examples(['default'])),
  isOpen: v.pipe(v.boolean(), v.examples([true])),
  waiting: count('Tickets that wait.', 4),
  longestWaitSeconds: v.optional(count('How long the oldest of them has waited.', 95)),
  offered: count('Tickets that an agent has and has not picked.', 1),
  active: count('Tickets that an agent has picked.', 9),
  answered: count('Tickets that got their first agent within the last hour.', 40),
  answeredInGoal: count('Of these, how many within the goal.', 36),
  goal: v.strictObject({
    seconds: count('Within so many seconds ...', 60),
    percent: count('... this share is to have an agent.', 80),
  }),
});

const BoardAgent = v.strictObject({
  id: v.pipe(Identifier, v.examples(['ann'])),
  name: v.optional(v.pipe(v.string(), v.examples(['Ann Lim']))),
  status: v.pipe(v.string(), v.examples(['online'])),
  statusTimestamp: v.pipe(Timestamp, v.description('Since when.'), v.examples([1572499999])),
  isConnected: v.pipe(v.boolean(), v.examples([true])),
  leaseTimestamp: v.optional(
    v.pipe(Timestamp, v.description('When its connection lease ends.'), v.examples([1572499999])),
  ),
  load: count('Open tickets, wrap-up included.', 2),
  capacity: count('How many fit.', 3),
  skills: v.pipe(v.array(v.string()), v.examples([['language:eng']])),
});

/** The desk at a glance. */
export const Board = v.pipe(
  v.strictObject({
    currentTimestamp: v.pipe(Timestamp, v.description('The server’s clock.'), v.examples([1572499999])),
    queues: v.array(BoardQueue),
    agents: v.pipe(
      v.array(BoardAgent),
      v.description('By name; those who are offline without tickets are left out.'),
    ),
  }),
  v.description('Queues and agents as they stand now.'),
);
export type Board = v.InferOutput<typeof Board>;
