import type { AutoCloseEffect } from '@chat-ticket/domain';
import { sql } from 'drizzle-orm';
import type { Command, CommandParams } from '../command.ts';
import type { Database } from '../database.ts';
import { messages, tickets } from '../schema.ts';
import { build, reader, statement } from '../statement.ts';
import { appendPosted } from './append-posted.ts';
import { autoCloseFrom, runsAfter } from './auto-close-sql.ts';
import { messageFields, type MessageRow } from './message-row.ts';
import { isEntered, type RoomRow, selectRoom } from './room-row.ts';

export type SendMessage = Command & {
  roomId: string;
  /** The agent that the room has to be with; null: anyone’s. */
  owner: string | null;
  clientMessageId: string;
  kind: string;
  senderName: string | null;
  text: string | null;
  /** JSON array. */
  attachments: string;
  effect: AutoCloseEffect;
};
type Params = CommandParams & Omit<SendMessage, keyof Command>;

const insertMessage = statement<Params>(
  (p) => sql`
    insert into ${messages} (ticket_id, seq, client_message_id, kind, sender_role, sender_id, sender_name, text, attachments, at, change_id)
    select ${tickets.id}, ${tickets.lastMessageSeq} + 1, ${p.clientMessageId}, ${p.kind}, ${p.actorRole}, ${p.actorId},
      coalesce((select name from agents where ${p.actorRole} = 'agent' and id = ${p.actorId}), ${p.senderName}),
      ${p.text}, ${p.attachments}, ${p.now}, ${p.changeId}
    from ${tickets} where ${isEntered(p)} and ${tickets.roomClosedAt} is null
    on conflict (ticket_id, sender_role, sender_id, client_message_id) do nothing`,
);

// The seq that comes next is this command’s message only while it is not counted yet: twice does no harm.
const countMessage = statement<Params>((p) =>
  build
    .update(tickets)
    .set({
      lastMessageSeq: sql`${tickets.lastMessageSeq} + 1`,
      ...autoCloseFrom(p.now, runsAfter(p.effect)),
    })
    .where(
      sql`${tickets.roomId} = ${p.roomId} and exists (select 1 from messages where ticket_id = ${tickets.id}
        and seq = ${tickets.lastMessageSeq} + 1 and change_id = ${p.changeId})`,
    ),
);

const append = appendPosted<Params>((p) => sql`${tickets.roomId} = ${p.roomId}`);

const selectMessage = reader<Params>()(messageFields, (p, fields) =>
  build
    .select(fields)
    .from(messages)
    .where(
      sql`${messages.ticketId} = (select id from tickets where room_id = ${p.roomId}) and ${messages.senderRole} = ${p.actorRole}
        and ${messages.senderId} = ${p.actorId} and ${messages.clientMessageId} = ${p.clientMessageId}`,
    ),
);

/**
 * Says something in a room, once for its sender’s `clientMessageId`. Answers the room, null when there is
 * none, and the message of that id, this one or an earlier one, null when it could not be said.
 */
export async function sendMessage(
  db: Database,
  command: SendMessage,
): Promise<{ room: RoomRow | null; message: MessageRow | null }> {
  const results = await db.batch(
    [insertMessage, countMessage, append, selectRoom, selectMessage].map((bind) => bind(command)),
    'write',
  );
  return {
    room: selectRoom.rows(results.at(-2)!)[0] ?? null,
    message: selectMessage.rows(results.at(-1)!)[0] ?? null,
  };
}
