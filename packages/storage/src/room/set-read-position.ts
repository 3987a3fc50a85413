import { command } from '../command/command.ts';
import type { CommandContext } from '../command/command-context.ts';
import { one, statement } from '../command/statement.ts';
import { selectRoom } from '../rows/room-row.ts';
import { canWriteInRoom } from '../sql/room-access.ts';

export type SetReadPosition = CommandContext & {
  roomId: string;
  /** The agent who must have the room, or null for a reader who may read anyone’s. */
  owner: string | null;
  seq: number;
};

const moveReadPosition = statement<SetReadPosition>`
  insert into room_reads (ticket_id, role, reader_id, seq, change_id)
  select tickets.id, :actorRole, :actorId, min(:seq, tickets.last_message_seq), :changeId
  from tickets
  where ${canWriteInRoom} and :seq > 0 and tickets.last_message_seq > 0
  on conflict (ticket_id, role, reader_id) do update set seq = excluded.seq, change_id = excluded.change_id
  where excluded.seq > room_reads.seq`;

const appendRead = statement<SetReadPosition>`
  insert into events (type, at, change_id, subject_id, ticket_id, agent_id, actor_role, actor_id, data)
  select 'room.read', :now, :changeId, tickets.id, tickets.id, tickets.agent_id, :actorRole, :actorId,
    json_object('roomId', tickets.room_id, 'role', room_reads.role, 'id', room_reads.reader_id, 'seq', room_reads.seq)
  from tickets join room_reads on room_reads.ticket_id = tickets.id
    and room_reads.role = :actorRole and room_reads.reader_id = :actorId and room_reads.change_id = :changeId
  where tickets.room_id = :roomId
  on conflict (change_id, type, subject_id) do nothing`;

/** Moves the actor’s read position forward, at most to the last message. `room` is null when there is none. */
export const setReadPosition = command({
  steps: [moveReadPosition, appendRead],
  answer: { room: one(selectRoom) },
});
