import * as v from 'valibot';
import { nextCursor } from '../route/list.ts';
import { booleanQuery } from '../scalar/query-boolean.ts';
import { toSkill } from '../scalar/skill.ts';
import { Agent } from './agent.ts';
import type * as types from './agent-list.types.ts';

const filter = (description: string, example: string, maxLength = 64) =>
  v.pipe(
    v.string(),
    v.minLength(1),
    v.maxLength(maxLength),
    v.check((text) => !text.includes('\0'), 'must not contain U+0000'),
    v.description(description),
    v.examples([example]),
  );

/** The filters of GET /v1/agents. */
export const agentFilters = {
  status: filter('Only agents with this status.', 'online'),
  isConnected: booleanQuery('Only agents that are connected, or only those that are not.'),
  isArchived: booleanQuery('`true`: only archived agents. Default: only agents that are not archived.'),
  skill: v.pipe(
    filter('Only agents with this skill. It is read as in the agent’s record.', 'language:eng'),
    v.transform(toSkill),
  ),
  queueId: filter('Only agents whose `queueIds` contain this queue.', 'default'),
  text: filter(
    'Only agents whose name, a word of it, email or id begins with this text. Case and accents are ignored.',
    'ann',
    256,
  ),
};

/** Schema of an agent in the list of agents. */
export const ListedAgent = v.pipe(
  v.strictObject({
    ...Agent.pipe[0].entries,
    queueIds: v.pipe(
      v.array(v.string()),
      v.description(
        'The ids of the queues that the agent serves, in the order of the settings. It serves a queue if it has the skills for some of its tickets, at once or after the last widen step. Tiers are not considered, because a ticket of every queue can be escalated.',
      ),
      v.examples([['default']]),
    ),
  }),
  v.description('An agent, and the queues that it serves.'),
);
/** An agent, and the queues that it serves. */
export type ListedAgent = types.ListedAgent;

/** Schema of the response of GET /v1/agents. */
export const AgentPage = v.pipe(
  v.strictObject({
    agents: v.pipe(v.array(ListedAgent), v.description('The agents, by name.')),
    nextCursor,
  }),
  v.description('A page of the list of agents.'),
);
/** A page of the list of agents. */
export type AgentPage = types.AgentPage;
