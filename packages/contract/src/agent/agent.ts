import * as v from 'valibot';
import { DisplayName } from '../scalar/display-name.ts';
import { EmailAddress } from '../scalar/email.ts';
import { count } from '../scalar/number.ts';
import { toSkill } from '../scalar/skill.ts';
import { utcTime } from '../scalar/timestamp.ts';
import { visible } from '../scalar/visible-text.ts';
import { agentId, agentStatus } from './agent-status.ts';
import type * as types from './agent.types.ts';

const email = v.pipe(
  EmailAddress,
  v.description('The agent’s email. It is unique in the workspace; case is ignored, in every script.'),
  v.examples(['agent@foodpanda.com']),
);
const name = v.pipe(
  DisplayName,
  v.description('The agent’s name, as shown to people.'),
  v.examples(['somename']),
);
const skills = v.pipe(
  v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(64), visible, v.transform(toSkill))),
  v.maxLength(64),
  v.description(
    'The agent’s skills: tags that a queue can require. The language of `language:th` is returned as its ISO 639-3 code, and the reason of `ccr:Delivery` without upper case, spaces and dashes.',
  ),
  v.examples([['language:eng', 'entity:FP_SG', 'ccr:delivery']]),
);

const lastLoginTime = utcTime(
  'When the agent’s status last changed from `offline` to another one, no matter who set it',
);

/** Schema of the acting agent, the response of GET /v1/info. The upstream API calls it AgentInfo. */
export const AgentInfo = v.pipe(
  v.strictObject({
    id: agentId,
    name: v.optional(v.pipe(v.string(), v.description('The agent’s name.'), v.examples(['somename']))),
    status: agentStatus,
    statusAlias: v.pipe(v.string(), v.description('The status as shown to people.'), v.examples(['online'])),
    lastLoginTime: v.optional(lastLoginTime),
    updatedAt: utcTime('When the agent’s status last changed'),
    agentTimeInStatus: count('How long the agent has been in its status, in seconds.', 312),
  }),
  v.description('The acting agent.'),
);
/** The acting agent: the agent of the token, or the one that a service names in X-Agent-ID. */
export type AgentInfo = types.AgentInfo;

/** Schema of an agent’s record and state, the response of the /v1/agents routes. */
export const Agent = v.pipe(
  v.strictObject({
    id: agentId,
    email: v.optional(email),
    name: v.optional(name),
    status: agentStatus,
    updatedAt: utcTime('When the agent’s status last changed'),
    capacity: count('How many open tickets the agent can have at the same time.', 3),
    load: count('How many open tickets the agent has, wrap-up included.', 1),
    skills,
    isConnected: v.pipe(
      v.boolean(),
      v.description('Whether the agent’s connection lease is live. An agent without one gets no tickets.'),
      v.examples([true]),
    ),
    lastLoginTime: v.optional(lastLoginTime),
    isArchived: v.pipe(
      v.boolean(),
      v.description(
        'Whether the agent is archived. An archived agent is offline, gets no tickets, and its tokens are revoked.',
      ),
      v.examples([false]),
    ),
  }),
  v.description('An agent, as supervisors and services see it.'),
);
/** An agent, as supervisors and services see it. */
export type Agent = types.Agent;

/** Schema of the body of PUT /v1/agents/{agentID}. */
export const PutAgentParam = v.pipe(
  v.strictObject({
    email,
    name,
    capacity: v.optional(
      v.pipe(
        v.number(),
        v.integer(),
        v.minValue(0),
        v.maxValue(100),
        v.description(
          'How many open tickets the agent can have at the same time. Default: the `capacity` of the settings.',
        ),
        v.examples([3]),
      ),
    ),
    skills: v.optional(skills, []),
  }),
  v.description('An agent’s whole record. A field that is left out gets its default.'),
);
/** The body of PUT /v1/agents/{agentID}: an agent’s whole record. */
export type PutAgentParam = types.PutAgentParam;

/** Schema of the body of POST /v1/agents/{agentID}/drain. */
export const DrainAgentParam = v.pipe(
  v.strictObject({
    picked: v.pipe(
      v.optional(v.picklist(['keep', 'requeue']), 'keep'),
      v.description(
        'What happens to the chats that the agent has picked: the agent keeps them, or they return to the queue.',
      ),
      v.examples(['keep']),
    ),
  }),
  v.description('What happens to the agent’s picked chats.'),
);
/** The body of POST /v1/agents/{agentID}/drain. */
export type DrainAgentParam = types.DrainAgentParam;
