import { livePath, liveProtocol, liveTokenPrefix } from '@chat-ticket/contract';
import { WebSocket } from 'ws';

export type MessageFrame = {
  seq: number;
  type: 'message.posted';
  data: { roomId: string; agentId?: string; text: string };
};
type Frame = MessageFrame | { type: 'ready'; data: { seq: number } } | { type: 'other' };

export type Listener = {
  /** The end of the log when it was connected. */
  readonly position: number;
  /** The last message that it was told of, as text. */
  lastText(): string;
  close(): Promise<void>;
};

/** Opens the live channel and resumes at its end; answers when nothing that comes can be missed. */
export function openListener(
  url: string,
  token: string,
  heard: (frame: MessageFrame, at: number) => void,
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
      // Nobody waits for this listener any more: what is measured would be wrong without it.
      if (!isClosing) throw new Error(`a listener’s connection was closed with ${code}`);
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
        if (frame.seq <= seq) throw new Error(`frame ${frame.seq} came after ${seq}`);
        seq = frame.seq;
        heard(frame, at);
      }
    });
  });
}
