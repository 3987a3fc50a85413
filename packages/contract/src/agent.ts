import * as v from 'valibot';
import { Identifier, UtcTime } from './identifier.ts';

const agentId = v.pipe(
  Identifier,
  v.description('The agent id: the `sub` claim of the agent’s token.'),
  v.examples(['f4b8f8e5-365a-4ed1-a122-0f4ba1afef44']),
);
const status = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(64),
  v.description('One of the statuses that GET /v1/statuses lists.'),
  v.examples(['online']),
);

/** The calling agent, as GET /v1/info answers (seed: AgentInfo). */
export const AgentInfo = v.pipe(
  v.strictObject({
    id: agentId,
    name: v.optional(v.pipe(v.string(), v.description('The agent’s name.'), v.examples(['somename']))),
    status,
    statusAlias: v.pipe(v.string(), v.description('The status as shown to people.'), v.examples(['online'])),
    lastLoginTime: v.optional(
      v.pipe(
        UtcTime,
        v.description('When the agent last came online from offline.'),
        v.examples(['2012-12-11 08:52:31 +0000 UTC']),
      ),
    ),
    updatedAt: v.pipe(
      UtcTime,
      v.description('When the status was last changed.'),
      v.examples(['2012-12-11 08:52:31 +0000 UTC']),
    ),
    agentTimeInStatus: v.pipe(
      v.number(),
      v.integer(),
      v.minValue(0),
      v.description('Seconds spent in the current status.'),
      v.examples([1572499999]),
    ),
  }),
  v.description('The calling agent.'),
);
export type AgentInfo = v.InferOutput<typeof AgentInfo>;

/** An agent’s id and status, as the status endpoints answer (seed: AgentStatusInfo). */
export const AgentStatusInfo = v.pipe(
  v.strictObject({ id: agentId, status }),
  v.description('An agent’s id and status.'),
);
export type AgentStatusInfo = v.InferOutput<typeof AgentStatusInfo>;

/** The statuses an agent can take in this workspace (seed: AgentStatusList). */
export const AgentStatusList = v.pipe(
  v.strictObject({
    data: v.pipe(
      v.array(v.string()),
      v.description('List of agent status.'),
      v.examples([['online', 'busy', 'break', 'away', 'offline']]),
    ),
  }),
  v.description('The statuses an agent can take in this workspace.'),
);
export type AgentStatusList = v.InferOutput<typeof AgentStatusList>;

/** Body of PUT /v1/status (seed: UpdateAgentStatusParam). */
export const UpdateAgentStatusParam = v.pipe(v.strictObject({ status }), v.description('The new status.'));
export type UpdateAgentStatusParam = v.InferOutput<typeof UpdateAgentStatusParam>;

const email = v.pipe(
  v.string(),
  v.maxLength(128),
  v.email(),
  v.description('Unique in the workspace; upper and lower case are the same.'),
  v.examples(['agent@foodpanda.com']),
);
const name = v.pipe(v.string(), v.minLength(1), v.maxLength(200), v.examples(['somename']));
const skills = v.pipe(
  v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(64))),
  v.maxLength(64),
  v.description('Tags that a queue can ask for.'),
  v.examples([['language:eng', 'entity:FP_SG', 'ccr:delivery']]),
);

/** Body of PUT /v1/agents/{agentID}: the whole record; what is left out falls back to its default. */
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
        v.description('How many open tickets fit; the workspace’s default when left out.'),
        v.examples([3]),
      ),
    ),
    skills: v.optional(skills, []),
  }),
  v.description('An agent’s record, as a person keeps it.'),
);
export type PutAgentParam = v.InferInput<typeof PutAgentParam>;

/** An agent as supervisors and services see it. */
export const Agent = v.pipe(
  v.strictObject({
    id: agentId,
    email: v.optional(email),
    name: v.optional(name),
    status,
    updatedAt: v.pipe(
      UtcTime,
      v.description('When the status was last changed.'),
      v.examples(['2012-12-11 08:52:31 +0000 UTC']),
    ),
    capacity: v.pipe(
      v.number(),
      v.integer(),
      v.minValue(0),
      v.description('How many open tickets fit.'),
      v.examples([3]),
    ),
    load: v.pipe(
      v.number(),
      v.integer(),
      v.minValue(0),
      v.description('How many open tickets the agent has.'),
      v.examples([1]),
    ),
    skills,
    isConnected: v.pipe(
      v.boolean(),
      v.description('Whether the agent’s connection lease is live. New tickets need it.'),
      v.examples([true]),
    ),
  }),
  v.description('An agent as supervisors and services see it.'),
);
export type Agent = v.InferOutput<typeof Agent>;
