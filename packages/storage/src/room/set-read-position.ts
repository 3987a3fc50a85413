import { command } from '../command/command.ts';
import type { CommandContext } from '../command/command-context.ts';
import { one, statement } from '../command/statement.ts';
import { selectRoom } from '../rows/room-row.ts';
import { nextCustomerSeq } from '../sql/customer-seq.ts';
import { canWriteInRoom } from '../sql/room-access.ts';

/** How far the actor has read in a room. */
export type SetReadPosition = CommandContext & {
  roomId: string;
  /** The agent who must have the ticket of the room. Null: the reader may read any room. */
  owner: string | null;
  /** The last message that the actor has read: its `seq`; for a customer, its number for customers. */
  seq: number;
};

/** The position in the room, at most the last message. A customer sends the number that a message has for customers. */
const position = `case :actorRole
    when 'customer' then coalesce((
      select seq from messages
      where ticket_id = tickets.id and customer_seq <= :seq
      order by customer_seq desc limit 1), 0)
    else min(:seq, tickets.last_message_seq) end`;

const moveReadPosition = statement<SetReadPosition>`
  insert into room_reads (ticket_id, role, reader_id, seq, change_id)
  select tickets.id, :actorRole, :actorId, ${position}, :changeId
  from tickets
  where ${canWriteInRoom} and ${position} > 0
  on conflict (ticket_id, role, reader_id) do update set seq = excluded.seq, change_id = excluded.change_id
  where excluded.seq > room_reads.seq`;

const appendRead = statement<SetReadPosition>`
  insert into events (type, at, change_id, subject_id, ticket_id, agent_id, actor_role, actor_id, customer_seq, data)
  select 'room.read', :now, :changeId, tickets.id, tickets.id, tickets.agent_id, :actorRole, :actorId,
    ${nextCustomerSeq('room.read')},
    json_object('roomId', tickets.room_id, 'role', room_reads.role, 'id', room_reads.reader_id, 'seq', room_reads.seq)
  from tickets join room_reads on room_reads.ticket_id = tickets.id
    and room_reads.role = :actorRole and room_reads.reader_id = :actorId and room_reads.change_id = :changeId
  where tickets.room_id = :roomId
  on conflict (change_id, type, subject_id) do nothing`;

/** Moves the actor’s read position forward, at most to the last message. `room` is null if the room does not exist. */
export const setReadPosition = command({
  steps: [moveReadPosition, appendRead],
  answer: { room: one(selectRoom) },
});
