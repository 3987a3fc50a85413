import { createClient } from '@chat-ticket/client';
import { openCuttableProxy } from './cuttable-proxy.ts';
import type { LoggedMessage, ReceivedMessage } from './transcript.ts';

/** Opens a client that follows the desk from its first event, through a proxy that can cut the connection. */
export async function openReader(reader: {
  deskUrl: string;
  token: string;
  name: string;
  /** Whether this reader must receive the message. */
  receives: (message: LoggedMessage) => boolean;
  /** Whether this reader is a customer, whose events have numbers of their own. */
  isCustomer?: boolean;
}) {
  const proxy = await openCuttableProxy(reader.deskUrl);
  let lastSeq = 0;
  let repeatedOrOutOfOrder = 0;
  // The client skips repeated events, so the frames are checked before the client reads them.
  class CheckedSocket extends WebSocket {
    constructor(url: string, protocols: string[]) {
      super(url, protocols);
      this.addEventListener('message', ({ data }) => {
        const { seq } = JSON.parse(String(data)) as { seq?: number };
        if (seq === undefined) return;
        if (seq <= lastSeq) repeatedOrOutOfOrder += 1;
        lastSeq = seq;
      });
    }
  }
  const received: ReceivedMessage[] = [];
  const count = { resets: 0, connections: 0 };
  let isLive = false;
  const live = createClient({ baseUrl: proxy.url, token: reader.token, WebSocket: CheckedSocket }).live({
    resumeFrom: 0,
    onEvent: ({ seq: eventSeq, type, data }) => {
      if (type !== 'message.posted') return;
      const { kind, roomId, seq, text } = data;
      received.push({ eventSeq, roomId, seq, kind, text: text ?? '' });
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
    /** The messages of the event log that this reader must receive, as it must receive them. */
    expectedOf: (log: readonly LoggedMessage[]): ReceivedMessage[] =>
      log
        .filter(reader.receives)
        .map(({ customerSeq, customerMessageSeq, eventSeq, roomId, seq, kind, text }) => ({
          eventSeq: reader.isCustomer === true ? customerSeq : eventSeq,
          roomId,
          seq: reader.isCustomer === true ? customerMessageSeq : seq,
          kind,
          text,
        })),
    /** The messages received, in order. */
    received,
    count,
    /** The number of frames whose `seq` was not greater than the one before. */
    repeatedOrOutOfOrder: () => repeatedOrOutOfOrder,
    isLive: () => isLive,
    /** Cuts the connection if it is live. Returns the number of connections cut. */
    cut: () => (isLive ? proxy.cut() : 0),
    close: () => {
      live.close();
      proxy.close();
    },
  };
}
export type Reader = Awaited<ReturnType<typeof openReader>>;
