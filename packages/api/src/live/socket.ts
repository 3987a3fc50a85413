import type { LiveClose } from '@chat-ticket/contract';

/** An open WebSocket, as the runtime has it. After `close` nothing more is sent. */
export type Socket = {
  send(text: string): void;
  /** Asks the other side’s WebSocket, not its script, which a browser slows down in the background. */
  ping(): void;
  /** Stores how far the log was told, where the runtime may forget its memory and keep its sockets. */
  keep?(position: number): void;
  /** Stores there which place in the queue was told last; null: the caller does not wait. */
  keepPlace?(place: string | null): void;
  /** Ends the connection with the code of the contract’s table. */
  close(why: LiveClose): void;
  /** What was sent and has not left this process yet; zeros where the runtime can’t tell. */
  backlog(): Backlog;
};

export type Backlog = { frames: number; bytes: number };
