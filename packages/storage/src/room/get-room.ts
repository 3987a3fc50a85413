import { query } from '../command/command.ts';
import { one } from '../command/statement.ts';
import { selectReadRoom } from '../rows/room-row.ts';

/** The room, or null if it does not exist. */
export const getRoom = query({ answer: { room: one(selectReadRoom) } });
