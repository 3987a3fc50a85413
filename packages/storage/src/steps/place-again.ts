import type { CommandContext } from '../command/command-context.ts';
import { type Statement, statement } from '../command/statement.ts';
import { isOpen } from '../sql/ticket-status.ts';
import { placeInQueue } from './place-in-queue.ts';

/** How many open tickets one batch places again. The embedded database serves nothing else meanwhile. */
const batchSize = 200;

// No two open tickets have the same customer, entity and order, and a unique index has the open tickets in this order.
const nextTickets = `
    from tickets
    where ${isOpen('tickets')} and (customer_id, entity_id, order_id) > (
      select placing_after ->> 0, placing_after ->> 1, placing_after ->> 2 from settings)
    order by customer_id, entity_id, order_id`;

const isNext = `tickets.id in (select id ${nextTickets} limit ${batchSize})`;

const unplace = statement<CommandContext>`
  update tickets set need_set = null
  where ${isNext}`;

// Chats that are idle now must not be closed if their queue no longer closes idle chats.
const stopAutoClose = statement<CommandContext>`
  update tickets set auto_close_warning_at = null, auto_close_at = null, is_auto_close_warned = 0
  where ${isNext} and auto_close_at is not null
    and queue_id in (select id from queues where auto_close_ms is null)`;

const advance = statement<CommandContext>`
  update settings set placing_after = (
    select json_array(customer_id, entity_id, order_id) ${nextTickets} limit 1 offset ${batchSize - 1})
  where placing_after is not null`;

/** The value of `placing_after` before the first ticket. */
export const beforeFirstTicket = `'["","",""]'`;

/** Places the next 200 open tickets by the present settings, if some are placed by earlier ones. */
export const placeNextSteps: readonly Statement<CommandContext>[] = [
  unplace,
  placeInQueue,
  stopAutoClose,
  advance,
];
