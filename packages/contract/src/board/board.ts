import * as v from 'valibot';
import { identifier } from '../scalar/identifier.ts';
import { count } from '../scalar/number.ts';
import { text } from '../scalar/text.ts';
import { timestamp } from '../scalar/timestamp.ts';
import type * as types from './board.types.ts';

/** Schema of a queue on the board. */
export const BoardQueue = v.pipe(
  v.strictObject({
    id: text('The queue’s id.', 'default'),
    isOpen: v.pipe(v.boolean(), v.description('Whether the queue is open now.'), v.examples([true])),
    waiting: count('How many tickets are waiting.', 4),
    longestWaitSeconds: v.optional(
      count('How long the oldest waiting ticket has waited, in seconds. Left out if none is waiting.', 95),
    ),
    offered: count('How many tickets an agent has and has not picked yet.', 1),
    active: count('How many tickets an agent has picked.', 9),
    answered: count('How many tickets got their first agent within the last hour.', 40),
    answeredInGoal: count('How many of these got their first agent within the service goal.', 36),
    goal: v.pipe(
      v.strictObject({
        seconds: count('Within how many seconds a ticket should have an agent.', 60),
        percent: count('The share of tickets that should meet the goal, in percent.', 80),
      }),
      v.description('The service goal of the queue.'),
    ),
  }),
  v.description('A queue, as the board shows it.'),
);
/** A queue, as the board shows it. */
export type BoardQueue = types.BoardQueue;

/** Schema of an agent on the board. */
export const BoardAgent = v.pipe(
  v.strictObject({
    id: identifier('The agent’s id.', 'ann'),
    name: v.optional(text('The agent’s name.', 'Ann Lim')),
    status: text('The agent’s status.', 'online'),
    statusTimestamp: timestamp('When the status last changed'),
    isConnected: v.pipe(
      v.boolean(),
      v.description('Whether the agent’s connection lease is live.'),
      v.examples([true]),
    ),
    leaseTimestamp: v.optional(timestamp('When the connection lease ends')),
    load: count('How many open tickets the agent has, wrap-up included.', 2),
    capacity: count('How many open tickets the agent can have at the same time.', 3),
    skills: v.pipe(v.array(v.string()), v.description('The agent’s skills.'), v.examples([['language:eng']])),
  }),
  v.description('An agent, as the board shows it.'),
);
/** An agent, as the board shows it. */
export type BoardAgent = types.BoardAgent;

/** Schema of the response of GET /v1/board. */
export const Board = v.pipe(
  v.strictObject({
    currentTimestamp: timestamp('The server’s time of this response'),
    queues: v.pipe(v.array(BoardQueue), v.description('The queues, in the order of the settings.')),
    agents: v.pipe(
      v.array(BoardAgent),
      v.description('The agents, by name. Agents who are offline and have no tickets are left out.'),
    ),
  }),
  v.description('The current state of all queues and agents.'),
);
/** The current state of all queues and agents. */
export type Board = types.Board;
