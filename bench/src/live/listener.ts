import { livePath, liveProtocol, liveTokenPrefix } from '@chat-ticket/contract';
import { WebSocket } from 'ws';

export type MessageFrame = {
  seq: number;
  type: 'message.posted';
  data: { roomId: string; agentId?: string; text: string };
};
type Frame = MessageFrame | { type: 'ready'; data: { seq: number } } | { type: 'other' };

export type Listener = {
  /** The last `seq` of the event log at the time of the connection. */
  readonly position: number;
  /** The text of the last frame received. */
  lastText(): string;
  close(): Promise<void>;
};

/**
 * Connects to the live channel and resumes from the end of the event log. Resolves when the connection receives every
 * later event. `onMessage` receives each message and the time it arrived.
 */
export function openListener(
  url: string,
  token: string,
  onMessage: (frame: MessageFrame, at: number) => void,
): Promise<Listener> {
  const socket = new WebSocket(url.replace('http', 'ws') + livePath, [liveProtocol, liveTokenPrefix + token]);
  const closed = new Promise<void>((resolve) => {
    socket.on('close', () => resolve());
  });
  return new Promise((resolve, reject) => {
    let isClosing = false;
    let seq = 0;
    let text = '';
    socket.on('error', reject);
    socket.on('close', (code) => {
      // The measurement is wrong without this listener, so the whole run fails.
      if (!isClosing) throw new Error(`the server closed a listener’s connection with ${code}`);
    });
    socket.on('message', (data: Buffer) => {
      const at = performance.now();
      text = data.toString();
      const frame = JSON.parse(text) as Frame;
      if (frame.type === 'ready') {
        seq = frame.data.seq;
        socket.send(JSON.stringify({ type: 'resume', seq }));
        resolve({
          position: seq,
          lastText: () => text,
          close: () => {
            isClosing = true;
            socket.close();
            return closed;
          },
        });
      } else if (frame.type === 'message.posted') {
        if (frame.seq <= seq) throw new Error(`frame ${frame.seq} arrived after frame ${seq}`);
        seq = frame.seq;
        onMessage(frame, at);
      }
    });
  });
}
