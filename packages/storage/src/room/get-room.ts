import type { Database } from '../database.ts';
import { type RoomRow, selectRoom } from './room-row.ts';

/** The room, or null when there is none. */
export async function getRoom(db: Database, roomId: string): Promise<RoomRow | null> {
  const [result] = await db.batch([selectRoom({ roomId })], 'read');
  return selectRoom.rows(result!)[0] ?? null;
}
