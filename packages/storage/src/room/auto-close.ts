import { leastNoticeSeconds } from '@chat-ticket/contract';
import { activeStates } from '@chat-ticket/domain';
import { type SQL, sql } from 'drizzle-orm';
import type { CommandParams } from '../command.ts';
import { appendTicketEvents } from '../event/append.ts';
import { messages, tickets } from '../schema.ts';
import { build, type Statement, statement } from '../statement.ts';
import { closed } from '../ticket/close-ticket.ts';
import { statusIn } from '../ticket/state-sql.ts';
import { appendPosted } from './append-posted.ts';

type Placeholders = { readonly [Name in keyof CommandParams]: SQL };

const batchSize = sql.raw('50');
const noticeMs = sql.raw(String(leastNoticeSeconds * 1000));

const isToBeWarned = (p: Placeholders) => sql`${tickets.id} in (
  select id from tickets where auto_close_warning_at is not null and is_auto_close_warned = 0
    and auto_close_warning_at <= ${p.now} order by auto_close_warning_at, id limit ${batchSize})`;

const sayWarning = statement<CommandParams>(
  (p) => sql`
    insert into ${messages} (ticket_id, seq, client_message_id, kind, sender_role, sender_id, text, attachments, at, change_id)
    select ${tickets.id}, ${tickets.lastMessageSeq} + 1, 'auto-close-' || (${tickets.lastMessageSeq} + 1), 'system', 'system', 'auto-close',
      (select auto_close_text from queues where id = ${tickets.queueId}), '[]', ${p.now}, ${p.changeId}
    from ${tickets} where ${isToBeWarned(p)} on conflict do nothing`,
);
/** Late warnings put the close off: there is always time to answer. */
const closeAfterNotice = (p: Placeholders) =>
  sql`cast(max(${tickets.autoCloseAt}, ${p.now} + ${noticeMs}) as integer)`;
const appendWarned = appendTicketEvents<CommandParams>('room.auto_close_warned', isToBeWarned, (p) => ({
  roomId: sql`${tickets.roomId}`,
  autoCloseAtMs: closeAfterNotice(p),
}));
const noteWarning = statement<CommandParams>((p) =>
  build
    .update(tickets)
    .set({
      lastMessageSeq: sql`${tickets.lastMessageSeq} + 1`,
      isAutoCloseWarned: 1,
      autoCloseWarningAt: p.now,
      autoCloseAt: closeAfterNotice(p),
    })
    .where(isToBeWarned(p)),
);

// Checked again in the statement that closes: warned, still with an agent, its room open.
const isToBeClosed = (p: Placeholders) => sql`${tickets.id} in (
  select id from tickets where auto_close_at is not null and is_auto_close_warned = 1
    and auto_close_at <= ${p.now} order by auto_close_at, id limit ${batchSize})
  and ${statusIn(tickets, activeStates)} and ${tickets.roomClosedAt} is null`;

const wrapUpMs = sql`(select wrap_up_ms from queues where id = ${tickets.queueId})`;
const reason = () => ({ reason: sql`'auto_close'` });

const appendRoomClosed = appendTicketEvents<CommandParams>(
  'room.closed',
  (p) => sql`${isToBeClosed(p)} and ${wrapUpMs} is not null`,
  () => ({ status: sql`'CHAT_CLOSED'`, ...reason() }),
);
const appendTicketClosed = appendTicketEvents<CommandParams>(
  'ticket.closed',
  (p) => sql`${isToBeClosed(p)} and ${wrapUpMs} is null`,
  () => ({ status: sql`'CLOSED'`, ...reason() }),
);
const close = statement<CommandParams>((p) =>
  build
    .update(tickets)
    .set({
      ...closed(p),
      status: sql`case when ${wrapUpMs} is null then 'CLOSED' else 'CHAT_CLOSED' end`,
      closedAt: sql`case when ${wrapUpMs} is null then ${p.now} end`,
      wrapUpUntil: sql`${p.now} + ${wrapUpMs}`,
    })
    .where(isToBeClosed(p)),
);

/**
 * Warns in rooms whose customers owe the reply for too long, and closes those that were warned. A room that
 * falls behind is warned before it is closed. Goes behind the end of wrap-ups, whose events would be ours.
 */
export const autoCloseSteps: readonly Statement<CommandParams>[] = [
  appendRoomClosed,
  appendTicketClosed,
  close,
  sayWarning,
  appendPosted<CommandParams>(isToBeWarned),
  appendWarned,
  noteWarning,
];
