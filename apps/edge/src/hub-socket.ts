import type { VerifiedToken, RestoredSocket, Socket } from '@chat-ticket/api';
import { type ControlFrame, liveCloses } from '@chat-ticket/contract';

/**
 * What the runtime keeps beside a socket while its object hibernates.
 * https://developers.cloudflare.com/durable-objects/api/state/#serializeattachment
 */
export type Attachment = { id: string; token: VerifiedToken; openedAt: number } & SavedState;

/** The part that the hub changes while the socket is open. */
type SavedState = { position?: number; queuePlace?: string | null };

const ping = JSON.stringify({ type: 'ping' } satisfies ControlFrame);

/** A hibernatable WebSocket as a socket of the hub. */
export function hubSocket(socket: WebSocket): Socket {
  return {
    send: (text, onWritten) => {
      ignoreClosed(() => socket.send(text));
      onWritten?.();
    },
    // The WebSocket of a Durable Object has no method that sends a ping frame.
    // https://developers.cloudflare.com/workers/runtime-apis/websockets/
    ping: () => ignoreClosed(() => socket.send(ping)),
    savePosition: (position) => save(socket, { position }),
    saveQueuePlace: (queuePlace) => save(socket, { queuePlace }),
    close: (why) => ignoreClosed(() => socket.close(liveCloses[why].code, liveCloses[why].detail)),
    // The runtime does not report how much is unread. It disconnects a reader that stops reading.
    backlog: () => ({ frames: 0, bytes: 0 }),
  };
}

export const attachmentOf = (socket: WebSocket): Attachment => socket.deserializeAttachment() as Attachment;

const save = (socket: WebSocket, state: SavedState) =>
  socket.serializeAttachment({ ...attachmentOf(socket), ...state });

/** The socket with the state that it had when its object hibernated. */
export function restoredSocket(socket: WebSocket, answeredPingAt: number): RestoredSocket {
  const { id, token, openedAt, queuePlace, position } = attachmentOf(socket);
  const lastSeenAt = Math.max(openedAt, answeredPingAt);
  return { id, token, queuePlace, position, lastSeenAt, socket: hubSocket(socket) };
}

/** The peer can close the connection at any time. `webSocketClose` reports that separately. */
function ignoreClosed(act: () => void): void {
  try {
    act();
  } catch {
    // The socket is closed already.
  }
}
