import { asc } from 'drizzle-orm';
import { build, built } from '../command/built.ts';
import { query } from '../command/command.ts';
import { agentStatuses } from '../schema.ts';

const selectStatuses = built(() =>
  build.select({ id: agentStatuses.id }).from(agentStatuses).orderBy(asc(agentStatuses.position)),
);

/** The statuses that an agent can have, in the order of the settings. */
export const listStatuses = query({ answer: { statuses: selectStatuses } });
