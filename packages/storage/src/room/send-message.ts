import type { Attachment, MessageKind } from '@chat-ticket/contract';
import { activeStates, type AutoCloseEffect } from '@chat-ticket/domain';
import { and, eq } from 'drizzle-orm';
import { build, built, type Placeholders } from '../command/built.ts';
import { command } from '../command/command.ts';
import type { CommandContext } from '../command/command-context.ts';
import { one, statement } from '../command/statement.ts';
import { termsOf } from '../rows/message-texts.ts';
import { messageColumns } from '../rows/message-row.ts';
import { selectRoom } from '../rows/room-row.ts';
import { messages, tickets } from '../schema.ts';
import { nextCustomerSeqOfKind } from '../sql/customer-seq.ts';
import { canWriteInRoom } from '../sql/room-access.ts';
import { autoCloseFromNow } from '../sql/ticket-columns.ts';
import { statusIn } from '../sql/ticket-status.ts';
import { appendPosted } from '../steps/append-posted.ts';

/** A message to post. Its sender is the actor of the command. */
export type SendMessage = CommandContext & {
  roomId: string;
  /** The agent who must have the ticket of the room. Null: the sender may write in any room. */
  owner: string | null;
  clientMessageId: string;
  kind: MessageKind;
  senderName: string | null;
  text: string | null;
  attachments: readonly Attachment[];
  /** What the message does to the timer that closes an idle chat. */
  effect: AutoCloseEffect;
};

const insertMessage = statement<SendMessage>`
  insert into messages (ticket_id, seq, customer_seq, client_message_id, kind, sender_role, sender_id, sender_name, text, attachments, at, change_id)
  select tickets.id, tickets.last_message_seq + 1, ${nextCustomerSeqOfKind(':kind')}, :clientMessageId, :kind, :actorRole, :actorId,
    coalesce((select name from agents where :actorRole = 'agent' and id = :actorId), :senderName),
    :text, :attachments, :now, :changeId
  from tickets
  where ${canWriteInRoom} and tickets.room_closed_at is null
  on conflict (ticket_id, sender_role, sender_id, client_message_id) do nothing`;

/**
 * Whether the timer that closes an idle chat runs after this message.
 *
 * @see packages/domain/src/room/message-rule.ts `autoCloseEffect`, which says what each effect means
 */
const autoCloseRuns = `case :effect
        when 'starts' then ${statusIn('tickets', activeStates)}
        when 'restarts' then tickets.auto_close_at is not null
        else 0 end`;

/** Since when the customer waits for a reply after this message. What starts the timer of an idle chat is a reply. */
const waitsSince = `case :effect
        when 'starts' then null
        when 'stops' then coalesce(tickets.customer_waits_since, :now)
        else tickets.customer_waits_since end`;

// `last_message_seq + 1` is the number of this command’s message, unless it was counted before.
const countMessage = statement<SendMessage>`
  update tickets set
    last_message_seq = last_message_seq + 1,
    customer_waits_since = ${waitsSince},
    ${autoCloseFromNow(autoCloseRuns)}
  where tickets.room_id = :roomId
    and exists (
      select 1 from messages
      where ticket_id = tickets.id and seq = tickets.last_message_seq + 1 and change_id = :changeId)`;

type Params = SendMessage & { terms: string };

const indexMessage = statement<Params>`
  insert into messages_text (rowid, terms)
  select messages.id, :terms
  from tickets join messages on messages.ticket_id = tickets.id and messages.change_id = :changeId
    and messages.seq between tickets.last_message_seq and tickets.last_message_seq + 1
  where tickets.room_id = :roomId and not exists (select 1 from messages_text where rowid = messages.id)`;

const selectMessage = built((p: Placeholders<SendMessage>) =>
  build
    .select(messageColumns)
    .from(messages)
    .where(
      and(
        eq(
          messages.ticketId,
          build.select({ id: tickets.id }).from(tickets).where(eq(tickets.roomId, p.roomId)),
        ),
        eq(messages.senderRole, p.actorRole),
        eq(messages.senderId, p.actorId),
        eq(messages.clientMessageId, p.clientMessageId),
      ),
    ),
);

/**
 * Posts a message in a room, once for each `clientMessageId` of its sender. `room` is null if the room does not exist.
 * `message` is the message with that id, of this command or an earlier one. It is null if the message was refused.
 */
export const sendMessage = command({
  params: (input: SendMessage): Params => ({ ...input, terms: termsOf(input) }),
  steps: [insertMessage, indexMessage, countMessage, appendPosted<SendMessage>('tickets.room_id = :roomId')],
  answer: { room: one(selectRoom), message: one(selectMessage) },
});
