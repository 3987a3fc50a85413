import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';

/** Routable, connected and not full: the agents that routing looks at, in an index of their own. */
export const hasRoom = (agent: {
  isRoutable: SQLWrapper;
  isConnected: SQLWrapper;
  load: SQLWrapper;
  maxLoad: SQLWrapper;
}): SQL => sql`${agent.isRoutable} = 1 and ${agent.isConnected} = 1 and ${agent.load} < ${agent.maxLoad}`;
