/** The part of the guard that every write in a room has. `:owner` null: the caller may write in any room. */
export const canWriteInRoom = `tickets.room_id = :roomId and (:owner is null or tickets.agent_id = :owner)`;
