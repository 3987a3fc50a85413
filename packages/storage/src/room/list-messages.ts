import { asc, desc, sql } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { messages } from '../schema.ts';
import { build, reader } from '../statement.ts';
import { messageFields, type MessageRow } from './message-row.ts';
import { type RoomRow, selectRoom } from './room-row.ts';

export type ListMessages = {
  roomId: string;
  /** Null: the newest of those below `before`, in place of the first behind this. */
  after: number | null;
  before: number | null;
  limit: number;
  seesNotes: boolean;
};
type Params = { roomId: string; after: number; before: number; rows: number; seesNotes: number };

const list = (order: typeof asc) =>
  reader<Params>()(messageFields, (p, fields) =>
    build
      .select(fields)
      .from(messages)
      .where(
        sql`${messages.ticketId} = (select id from tickets where room_id = ${p.roomId})
          and ${messages.seq} > ${p.after} and ${messages.seq} < ${p.before} and (${p.seesNotes} = 1 or ${messages.kind} <> 'note')`,
      )
      .orderBy(order(messages.seq))
      .limit(sql.placeholder('rows')),
  );
const selectFirst = list(asc);
const selectLast = list(desc);

/** A part of a room’s messages by rising seq, and whether there are more in the direction asked for. */
export async function listMessages(
  db: Database,
  { roomId, after, before, limit, seesNotes }: ListMessages,
): Promise<{ room: RoomRow | null; messages: MessageRow[]; hasMore: boolean }> {
  const select = after === null ? selectLast : selectFirst;
  const params = {
    roomId,
    after: after ?? 0,
    before: before ?? Number.MAX_SAFE_INTEGER,
    rows: limit + 1,
    seesNotes: Number(seesNotes),
  };
  const [room, found] = await db.batch([selectRoom({ roomId }), select(params)], 'read');
  const rows = select.rows(found!);
  const page = rows.slice(0, limit);
  return {
    room: selectRoom.rows(room!)[0] ?? null,
    messages: after === null ? page.toReversed() : page,
    hasMore: rows.length > limit,
  };
}
