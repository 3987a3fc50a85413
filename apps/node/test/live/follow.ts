import { createClient } from '@chat-ticket/client';
import { issueToken } from '@chat-ticket/testing';
import { WebSocket } from 'ws';
import { secret } from '../start-desk.ts';

/** One who follows everything from the first event, on connections that can be cut in the middle of a frame. */
export function follow(baseUrl: string, sub: string) {
  const sockets = new Set<WebSocket>();
  class CuttableSocket extends WebSocket {
    constructor(url: string, protocols: string[]) {
      super(url, protocols);
      sockets.add(this);
      this.on('close', () => sockets.delete(this));
    }
  }
  const client = createClient({
    baseUrl,
    token: () => issueToken({ secret, role: 'supervisor', sub }),
    WebSocket: CuttableSocket,
  });
  const seqs: number[] = [];
  let resets = 0;
  let connections = 0;
  const live = client.live({
    resumeFrom: 0,
    onEvent: ({ seq }) => seqs.push(seq),
    onReset: () => {
      resets += 1;
    },
    onState: (state) => {
      if (state === 'live') connections += 1;
    },
  });
  return {
    /** The numbers of the events, as they came. */
    seqs,
    resets: () => resets,
    connections: () => connections,
    /** Cuts its connection, if it has one, without a close frame. Answers how many it has cut. */
    cut: (): number => {
      const open = [...sockets].filter(({ readyState }) => readyState === WebSocket.OPEN);
      for (const socket of open) socket.terminate();
      return open.length;
    },
    close: () => live.close(),
  };
}
