import { sql } from 'drizzle-orm';
import type { Command, CommandParams } from '../command.ts';
import type { Database } from '../database.ts';
import { events, roomReads, tickets } from '../schema.ts';
import { statement } from '../statement.ts';
import { isEntered, type RoomRow, selectRoom } from './room-row.ts';

export type SetReadPosition = Command & {
  roomId: string;
  /** The agent that the room has to be with; null: anyone’s. */
  owner: string | null;
  seq: number;
};
type Params = CommandParams & { roomId: string; owner: string | null; seq: number };

const read = statement<Params>(
  (p) => sql`
    insert into ${roomReads} (ticket_id, role, reader_id, seq, change_id)
    select ${tickets.id}, ${p.actorRole}, ${p.actorId}, min(${p.seq}, ${tickets.lastMessageSeq}), ${p.changeId}
    from ${tickets} where ${isEntered(p)} and ${p.seq} > 0 and ${tickets.lastMessageSeq} > 0
    on conflict (ticket_id, role, reader_id) do update set seq = excluded.seq, change_id = excluded.change_id
    where excluded.seq > ${roomReads.seq}`,
);

const append = statement<Params>(
  (p) => sql`
    insert into ${events} (type, at, change_id, subject_id, ticket_id, agent_id, actor_role, actor_id, data)
    select 'room.read', ${p.now}, ${p.changeId}, ${tickets.id}, ${tickets.id}, ${tickets.agentId}, ${p.actorRole}, ${p.actorId},
      json_object('roomId', ${tickets.roomId}, 'role', ${roomReads.role}, 'id', ${roomReads.readerId}, 'seq', ${roomReads.seq})
    from ${tickets} join ${roomReads} on ${roomReads.ticketId} = ${tickets.id} and ${roomReads.role} = ${p.actorRole}
      and ${roomReads.readerId} = ${p.actorId} and ${roomReads.changeId} = ${p.changeId}
    where ${tickets.roomId} = ${p.roomId}
    on conflict (change_id, type, subject_id) do nothing`,
);

/** Moves the actor’s read position on, never back and not beyond the last message. Answers the room. */
export async function setReadPosition(db: Database, command: SetReadPosition): Promise<RoomRow | null> {
  const results = await db.batch(
    [read, append, selectRoom].map((bind) => bind(command)),
    'write',
  );
  return selectRoom.rows(results.at(-1)!)[0] ?? null;
}
