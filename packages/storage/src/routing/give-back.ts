import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { tickets } from '../schema.ts';

/**
 * What becomes of a ticket that goes back from its agent: it waits again under the status that it had, at
 * its original place. `placeInQueue` has to follow.
 */
export const giveBack = (p: { now: SQL; changeId: SQL }) => ({
  status: sql`${tickets.waitingStatus}`,
  ...withoutAgent,
  needSet: null,
  updatedAt: p.now,
  changeId: p.changeId,
});

export const withoutAgent = {
  agentId: null,
  assignedAt: null,
  isAgentFixed: 0,
  pickBy: null,
  pickedAt: null,
} as const;

/** When those who declined are asked again: as long as an offer of the queue stands. */
export const retryAt = (now: SQLWrapper): SQL =>
  sql`${now} + (select pick_timeout_ms from queues where id = ${tickets.queueId})`;
