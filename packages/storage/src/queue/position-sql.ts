import { type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { tickets } from '../schema.ts';
import { isWaiting } from '../ticket/state-sql.ts';

const before = alias(tickets, 'before');

/** The ticket’s place among those that wait in its queue, 1 for the next; null while it does not wait. */
export const positionInQueue: SQL = sql`case when ${isWaiting(tickets)} then (
  select count(*) + 1 from tickets before
  where ${before.queueId} = ${tickets.queueId} and ${isWaiting(before)}
    and (${before.rank}, ${before.id}) < (${tickets.rank}, ${tickets.id})) end`;
