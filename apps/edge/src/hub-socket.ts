import type { VerifiedToken, RestoredSocket, Socket } from '@chat-ticket/api';
import { type ControlFrame, liveCloses } from '@chat-ticket/contract';

/** What stays with a socket while its object is out of memory. */
export type Attachment = { id: string; token: VerifiedToken; openedAt: number } & Kept;

/** What the hub keeps there as it goes. */
type Kept = { position?: number; queuePlace?: string | null };

const ping = JSON.stringify({ type: 'ping' } satisfies ControlFrame);

/** A hibernating socket as the hub takes it. */
export function hubSocket(socket: WebSocket): Socket {
  return {
    send: (text) => attempt(() => socket.send(text)),
    // A Durable Object can’t send the ping of the WebSocket itself.
    ping: () => attempt(() => socket.send(ping)),
    savePosition: (position) => keep(socket, { position }),
    saveQueuePlace: (queuePlace) => keep(socket, { queuePlace }),
    close: (why) => attempt(() => socket.close(liveCloses[why].code, liveCloses[why].detail)),
    // The runtime does not tell, and cuts who takes nothing by itself.
    backlog: () => ({ frames: 0, bytes: 0 }),
  };
}

export const attachmentOf = (socket: WebSocket): Attachment => socket.deserializeAttachment() as Attachment;

const keep = (socket: WebSocket, kept: Kept) =>
  socket.serializeAttachment({ ...attachmentOf(socket), ...kept });

/** The socket as it was before its object went out of memory. */
export function restoredSocket(socket: WebSocket, answeredPingAt: number): RestoredSocket {
  const { id, token, openedAt, queuePlace, position } = attachmentOf(socket);
  const lastSeenAt = Math.max(openedAt, answeredPingAt);
  return { id, token, queuePlace, position, lastSeenAt, socket: hubSocket(socket) };
}

/** The other side may have gone just now; its close is told by itself. */
function attempt(act: () => void): void {
  try {
    act();
  } catch {
    // Closed already.
  }
}
