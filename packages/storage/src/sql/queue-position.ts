import { isWaiting } from './ticket-status.ts';

/** The position of the row of `tickets` in its queue: 1 is next. Null: it does not wait for routing. */
export const queuePosition = `case when ${isWaiting('tickets')} then (
  select count(*) + 1 from tickets before
  where before.queue_id = tickets.queue_id and ${isWaiting('before')}
    and (before.rank, before.id) < (tickets.rank, tickets.id)) end`;
