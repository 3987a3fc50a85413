// Generated from room.ts. To change it, change the schemas and run `pnpm --filter @chat-ticket/codegen generate`.

/** How far the caller has read the room. */
export type ReadParam = {
  /** The `seq` of the last message that the caller has read. */
  seq: number;
};

/** How far one person has read a room. */
export type ReadPosition = {
  /**
   * The sender’s role, or `system` for a rule of the desk.
   * @example 'customer'
   */
  role: 'agent' | 'supervisor' | 'service' | 'customer' | 'admin' | 'system';
  /**
   * The `sub` claim of the person’s token.
   * @example 'c-4711'
   */
  id: string;
  /** The `seq` of the last message that the person has read. */
  seq: number;
};

/** A chat room without its messages. */
export type Room = {
  /**
   * The id of the room. 1 to 128 characters.
   * @example '888bd869-9398-40de-9c61-3238d6208cf5'
   */
  roomId: string;
  /**
   * The id of the room’s ticket. 1 to 128 characters.
   * @example 'f4b8f8e5-365a-4ed1-a122-0f4ba1afef44'
   */
  ticketId: string;
  /** Whether the room is closed. A closed room takes no messages. */
  isClosed: boolean;
  /** The `seq` of the room’s last message, notes included. 0 if it has none. */
  lastSeq: number;
  /** How far each person has read. */
  reads: ReadPosition[];
  /** The agent who has the ticket, if any. */
  agent?:
    | {
        /**
         * The agent’s id. 1 to 128 characters.
         * @example 'ann'
         */
        id: string;
        /**
         * The agent’s name.
         * @example 'Ann Lim'
         */
        name?: string | undefined;
      }
    | undefined;
};
