// Generated from room.ts. To change it, change the schemas and run `pnpm --filter @chat-ticket/codegen generate`.

/** How far the caller has read the room. */
export type ReadParam = {
  /** The `seq` of the last message that the caller has read. For a customer it does not count notes. */
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
   * The `sub` claim of the person’s token. Customers get only their own.
   * @example 'c-4711'
   */
  id?: string | undefined;
  /** The `seq` of the last message that the person has read. For a customer it does not count notes. */
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
  /** The `seq` of the last message in the room that the caller may see. 0 if there is none. */
  lastSeq: number;
  /** How far each person has read. Customers get their own position and that of the room’s agent. */
  reads: ReadPosition[];
  /** The agent who has the ticket, if any. */
  agent?:
    | {
        /**
         * The agent’s id. Customers do not get it. 1 to 128 characters.
         * @example 'ann'
         */
        id?: string | undefined;
        /**
         * The agent’s name.
         * @example 'Ann Lim'
         */
        name?: string | undefined;
      }
    | undefined;
};
