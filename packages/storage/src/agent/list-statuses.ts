import { asc } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { agentStatuses } from '../schema.ts';
import { build, reader } from '../statement.ts';

const selectStatuses = reader<Record<never, never>>()({ id: agentStatuses.id }, (_, fields) =>
  build.select(fields).from(agentStatuses).orderBy(asc(agentStatuses.position)),
);

/** The ids of the statuses that an agent can take, as the settings order them. */
export async function listStatuses(db: Database): Promise<string[]> {
  const [result] = await db.batch([selectStatuses({})], 'read');
  return selectStatuses.rows(result!).map(({ id }) => id);
}
