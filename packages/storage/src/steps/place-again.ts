import type { CommandContext } from '../command/command-context.ts';
import { type Statement, statement } from '../command/statement.ts';
import { cursorAfter, openTicketsAfter } from '../sql/open-tickets-after.ts';
import { placeInQueue } from './place-in-queue.ts';

/** How many open tickets one batch places again. The embedded database serves nothing else meanwhile. */
const batchSize = 50;

const isNext = `tickets.id in (select id ${openTicketsAfter('settings', 'placing_after')} limit ${batchSize})`;

const unplace = statement<CommandContext>`
  update tickets set need_set = null
  where ${isNext}`;

// Chats that are idle now must not be closed if their queue no longer closes idle chats.
const stopAutoClose = statement<CommandContext>`
  update tickets set auto_close_warning_at = null, auto_close_at = null, is_auto_close_warned = 0
  where ${isNext} and auto_close_at is not null
    and queue_id in (select id from queues where auto_close_ms is null)`;

const advance = statement<CommandContext>`
  update settings set placing_after = ${cursorAfter('settings', 'placing_after', batchSize)}
  where placing_after is not null`;

/** Places the next 50 open tickets by the present settings, if some are placed by earlier ones. */
export const placeNextSteps: readonly Statement<CommandContext>[] = [
  unplace,
  placeInQueue,
  stopAutoClose,
  advance,
];
