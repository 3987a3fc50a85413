import type { LiveClose } from '@chat-ticket/contract';

/** An open WebSocket. Each app implements it on its runtime. After `close` nothing more is sent. */
export type Socket = {
  /** Sends a text frame. Calls `onWritten` when it has left this process; at once when the runtime cannot tell. */
  send(text: string, onWritten?: () => void): void;
  /** Pings the peer’s WebSocket, not its script: browsers slow scripts down in the background. */
  ping(): void;
  /** Stores the position in the event log beside the socket. For runtimes that keep sockets but lose memory. */
  savePosition?(position: number): void;
  /** Stores the customer’s last sent place in the queue beside the socket; null: the customer does not wait. */
  saveQueuePlace?(place: string | null): void;
  /** Closes the connection with the code from the contract’s table. */
  close(why: LiveClose): void;
  /** What was sent and has not left this process yet; zeros when the runtime cannot tell. */
  backlog(): Backlog;
};

/** Frames and bytes in flight. */
export type Backlog = { frames: number; bytes: number };
