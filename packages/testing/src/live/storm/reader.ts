import { createClient } from '@chat-ticket/client';
import { openCuttableLine } from './cuttable-line.ts';
import type { Said } from './what-was-said.ts';

/** One who follows from the first event, over a line that can be cut in the middle of a frame. */
export async function openReader(reader: {
  deskUrl: string;
  token: string;
  name: string;
  /** Whether this reader is to hear of it. */
  hears: (said: Said) => boolean;
}) {
  const line = await openCuttableLine(reader.deskUrl);
  let lastOnWire = 0;
  let disorder = 0;
  // The client passes over what comes again, so what the desk sends is looked at before it.
  class WatchedSocket extends WebSocket {
    constructor(url: string, protocols: string[]) {
      super(url, protocols);
      this.addEventListener('message', ({ data }) => {
        const { seq } = JSON.parse(String(data)) as { seq?: number };
        if (seq === undefined) return;
        if (seq <= lastOnWire) disorder += 1;
        lastOnWire = seq;
      });
    }
  }
  const heard: Said[] = [];
  const count = { resets: 0, connections: 0 };
  let isLive = false;
  const live = createClient({ baseUrl: line.url, token: reader.token, WebSocket: WatchedSocket }).live({
    resumeFrom: 0,
    onEvent: ({ seq: event, type, data }) => {
      if (type !== 'message.posted') return;
      const { kind, roomId, seq, text } = data;
      heard.push({ event, roomId, seq, kind, text: text ?? '' });
    },
    onReset: () => {
      count.resets += 1;
    },
    onState: (state) => {
      isLive = state === 'live';
      if (isLive) count.connections += 1;
    },
  });
  return {
    name: reader.name,
    hears: reader.hears,
    /** What it was told, as it came. */
    heard,
    count,
    /** Frames with a number that was not above the one before. */
    disorder: () => disorder,
    isLive: () => isLive,
    /** Cuts its connection, if it is told anything on one. Answers how many it has cut. */
    cut: () => (isLive ? line.cut() : 0),
    close: () => {
      live.close();
      line.close();
    },
  };
}
export type Reader = Awaited<ReturnType<typeof openReader>>;
