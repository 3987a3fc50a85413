import { query } from '../command/command.ts';
import { one } from '../command/statement.ts';
import { selectRoom } from '../rows/room-row.ts';

/** The room, or null when there is none. */
export const getRoom = query({ answer: { room: one(selectRoom) } });
