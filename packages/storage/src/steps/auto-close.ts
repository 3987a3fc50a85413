import { leastNoticeSeconds } from '@chat-ticket/contract';
import { activeStates } from '@chat-ticket/domain';
import type { CommandContext } from '../command/command-context.ts';
import { type Statement, statement } from '../command/statement.ts';
import { closingData } from '../sql/closing-code.ts';
import { nextCustomerSeqOfKind } from '../sql/customer-seq.ts';
import { statusIn } from '../sql/ticket-status.ts';
import { appendTicketEvents } from './append-events.ts';
import { appendPosted } from './append-posted.ts';

/** How many rooms one batch warns, and how many it closes. */
const batchSize = 20;
const noticeMs = leastNoticeSeconds * 1000;

const warningIsDue = `tickets.id in (
    select id from tickets
    where auto_close_warning_at is not null and is_auto_close_warned = 0 and auto_close_warning_at <= :now
    order by auto_close_warning_at, id limit ${batchSize})`;

/** The number of the warning for customers, who see its id. The number in the room would show how many notes there are. */
const warningSeq = `(${nextCustomerSeqOfKind(`'system'`)})`;

const postWarning = statement<CommandContext>`
  insert into messages (ticket_id, seq, customer_seq, client_message_id, kind, sender_role, sender_id, text, attachments, at, change_id)
  select
    tickets.id, tickets.last_message_seq + 1, ${warningSeq}, 'auto-close-warning-' || ${warningSeq}, 'system', 'system', 'auto-close',
    (select auto_close_text from queues where id = tickets.queue_id), '[]', :now, :changeId
  from tickets
  where ${warningIsDue}
  on conflict do nothing`;

/** The sweep indexes the warnings, because TypeScript makes the terms. */
const addToBacklog = statement<CommandContext>`
  insert into search_backlog (last_id, first_id)
  select messages.id, messages.id
  from tickets join messages on messages.ticket_id = tickets.id and messages.change_id = :changeId
    and messages.seq between tickets.last_message_seq and tickets.last_message_seq + 1
  where ${warningIsDue}
  on conflict do nothing`;

/** A late warning delays the close, so that the customer has at least 20 s to reply. */
const closeAfterNotice = `cast(max(tickets.auto_close_at, :now + ${noticeMs}) as integer)`;

const appendWarned = appendTicketEvents<CommandContext>('room.auto_close_warned', {
  where: warningIsDue,
  data: { autoCloseAtMs: closeAfterNotice },
});

const recordWarning = statement<CommandContext>`
  update tickets set
    last_message_seq = last_message_seq + 1, is_auto_close_warned = 1,
    auto_close_warning_at = :now, auto_close_at = ${closeAfterNotice}
  where ${warningIsDue}`;

// The deadline alone does not allow the close: the customer must be warned, an agent must have the ticket, and its room
// must be open.
const closeIsDue = `tickets.id in (
    select id from tickets
    where auto_close_at is not null and is_auto_close_warned = 1 and auto_close_at <= :now
    order by auto_close_at, id limit ${batchSize})
  and ${statusIn('tickets', activeStates)} and tickets.room_closed_at is null`;

const wrapUpMs = '(select wrap_up_ms from queues where id = tickets.queue_id)';

const appendRoomClosed = appendTicketEvents<CommandContext>('room.closed', {
  where: `${closeIsDue} and ${wrapUpMs} is not null`,
  data: { status: `'CHAT_CLOSED'`, reason: `'auto_close'`, ...closingData },
});

const appendTicketClosed = appendTicketEvents<CommandContext>('ticket.closed', {
  where: `${closeIsDue} and ${wrapUpMs} is null`,
  data: { status: `'CLOSED'`, reason: `'auto_close'`, ...closingData },
});

const close = statement<CommandContext>`
  update tickets set
    status = case when ${wrapUpMs} is null then 'CLOSED' else 'CHAT_CLOSED' end,
    closed_at = case when ${wrapUpMs} is null then :now end,
    wrap_up_until = :now + ${wrapUpMs},
    room_closed_at = :now, pick_by = null, widen_at = null, retry_at = null,
    updated_at = :now, change_id = :changeId
  where ${closeIsDue}`;

/**
 * Warns customers who have owed the reply for too long, and closes the rooms of those who were warned. A room whose
 * deadlines have both passed is warned first. These steps must follow the end of wrap-ups, whose event step matches
 * every ticket that the batch has closed.
 *
 * @see packages/storage/test/idle-chat.ts `IdleChat`, the same rule in TypeScript
 */
export const autoCloseSteps: readonly Statement<CommandContext>[] = [
  appendRoomClosed,
  appendTicketClosed,
  close,
  postWarning,
  addToBacklog,
  appendPosted<CommandContext>(warningIsDue),
  appendWarned,
  recordWarning,
];
