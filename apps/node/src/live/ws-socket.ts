import type { Socket } from '@chat-ticket/api';
import { liveCloses } from '@chat-ticket/contract';
import type { WebSocket } from 'ws';

/** How long the other side may take to answer a close. */
const closeGraceMs = 1_000;

/** A socket of `ws` as the hub takes it. */
export function wsSocket(ws: WebSocket): Socket {
  let frames = 0;
  const left = () => {
    frames -= 1;
  };
  return {
    send: (text) => {
      frames += 1;
      ws.send(text, left);
    },
    ping: () => ws.ping(),
    close: (why) => {
      const { code, detail } = liveCloses[why];
      ws.close(code, detail);
      // A reader that is gone or slow does not answer.
      setTimeout(() => ws.terminate(), closeGraceMs).unref();
    },
    backlog: () => ({ frames, bytes: ws.bufferedAmount }),
  };
}
