import { type SQL, sql } from 'drizzle-orm';
import { activeStates } from '@chat-ticket/domain';
import { tickets } from '../schema.ts';
import { statusIn } from '../ticket/state-sql.ts';

const after = (now: SQL, column: 'auto_close_warn_ms' | 'auto_close_ms') =>
  sql`${now} + (select ${sql.raw(column)} from queues where id = ${tickets.queueId})`;

/** The full times of the ticket’s queue from now on, as a new idle period; none where the queue has none. */
export const autoCloseFrom = (now: SQL, isRunning: SQL) => ({
  autoCloseWarningAt: sql`case when ${isRunning} then ${after(now, 'auto_close_warn_ms')} end`,
  autoCloseAt: sql`case when ${isRunning} then ${after(now, 'auto_close_ms')} end`,
  isAutoCloseWarned: 0,
});

/** Whether the close is to run behind a message of this effect (see the domain’s `AutoCloseEffect`). */
export const runsAfter = (effect: SQL): SQL => sql`case ${effect}
  when 'starts' then ${statusIn(tickets, activeStates)}
  when 'restarts' then ${tickets.autoCloseAt} is not null else 0 end`;
