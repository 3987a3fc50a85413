import type { Attachment, MessageKind } from '@chat-ticket/contract';
import { activeStates, type AutoCloseEffect } from '@chat-ticket/domain';
import { and, eq } from 'drizzle-orm';
import { build, built, type Placeholders } from '../command/built.ts';
import { command } from '../command/command.ts';
import type { CommandContext } from '../command/command-context.ts';
import { one, statement } from '../command/statement.ts';
import { messageColumns } from '../rows/message-row.ts';
import { selectRoom } from '../rows/room-row.ts';
import { messages, tickets } from '../schema.ts';
import { canWriteInRoom } from '../sql/room-access.ts';
import { autoCloseFromNow } from '../sql/ticket-columns.ts';
import { statusIn } from '../sql/ticket-status.ts';
import { appendPosted } from '../steps/append-posted.ts';

export type SendMessage = CommandContext & {
  roomId: string;
  /** The agent who must have the room, or null for a sender who may write in anyone’s. */
  owner: string | null;
  clientMessageId: string;
  kind: MessageKind;
  senderName: string | null;
  text: string | null;
  attachments: readonly Attachment[];
  effect: AutoCloseEffect;
};

const insertMessage = statement<SendMessage>`
  insert into messages (ticket_id, seq, client_message_id, kind, sender_role, sender_id, sender_name, text, attachments, at, change_id)
  select tickets.id, tickets.last_message_seq + 1, :clientMessageId, :kind, :actorRole, :actorId,
    coalesce((select name from agents where :actorRole = 'agent' and id = :actorId), :senderName),
    :text, :attachments, :now, :changeId
  from tickets
  where ${canWriteInRoom} and tickets.room_closed_at is null
  on conflict (ticket_id, sender_role, sender_id, client_message_id) do nothing`;

/** Whether the close of an idle chat runs after a message of this effect. */
const autoCloseRuns = `case :effect
        when 'starts' then ${statusIn('tickets', activeStates)}
        when 'restarts' then tickets.auto_close_at is not null
        else 0 end`;

// The message with the next seq is this command’s only while it is not counted yet.
const countMessage = statement<SendMessage>`
  update tickets set
    last_message_seq = last_message_seq + 1,
    ${autoCloseFromNow(autoCloseRuns)}
  where tickets.room_id = :roomId
    and exists (
      select 1 from messages
      where ticket_id = tickets.id and seq = tickets.last_message_seq + 1 and change_id = :changeId)`;

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
 * Posts a message in a room, once for each `clientMessageId` of its sender. `room` is null when there is none.
 * `message` is the one with that id, from this command or an earlier one, or null when it was not accepted.
 */
export const sendMessage = command({
  steps: [insertMessage, countMessage, appendPosted<SendMessage>('tickets.room_id = :roomId')],
  answer: { room: one(selectRoom), message: one(selectMessage) },
});
