/** The condition of every write in a room: its id and its owner. `:owner` null: the caller may write in every room. */
export const canWriteInRoom = `tickets.room_id = :roomId and (:owner is null or tickets.agent_id = :owner)`;
