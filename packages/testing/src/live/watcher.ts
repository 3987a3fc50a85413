import { livePath, liveProtocol, liveTokenPrefix, ServerFrame } from '@chat-ticket/contract';
import * as v from 'valibot';
import { expect } from 'vitest';
import type { Target } from '../caller.ts';

const patience = { timeout: 10_000, interval: 20 };

/** A WebSocket on the live channel, every frame of which is held against the contract. */
export function openWatcher({ baseUrl }: Target, token: string) {
  const frames: ServerFrame[] = [];
  const strange: string[] = [];
  let closed: { code: number; reason: string } | undefined;
  const socket = new WebSocket(baseUrl.replace(/^http/, 'ws') + livePath, [
    liveProtocol,
    liveTokenPrefix + token,
  ]);
  socket.addEventListener('message', ({ data }) => {
    const text = String(data);
    const parsed = v.safeParse(ServerFrame, JSON.parse(text));
    if (parsed.success) frames.push(JSON.parse(text) as ServerFrame);
    else strange.push(text);
  });
  socket.addEventListener('close', ({ code, reason }) => {
    closed = { code, reason };
  });
  const send = (frame: unknown) => socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame));
  const events = () => frames.filter((frame) => 'seq' in frame);
  const controls = () => frames.filter((frame) => !('seq' in frame));

  return {
    socket,
    send,
    frames,
    events,
    controls,
    seqs: () => events().map(({ seq }) => seq),
    types: () => events().map(({ type }) => type),
    /** Waits for `ready` and answers the log’s position. */
    ready: async (): Promise<number> => {
      await expect.poll(() => controls()[0]?.type ?? closed, patience).toBe('ready');
      const [ready] = controls();
      return ready?.type === 'ready' ? ready.data.seq : -1;
    },
    /** The code of the close, when it has come. */
    closedWith: async (code: number, timeout = patience.timeout): Promise<void> => {
      await expect.poll(() => closed?.code, { ...patience, timeout }).toBe(code);
    },
    isOpen: () => closed === undefined,
    /** Waits for the frames to look so, and for no frame that the contract does not know. */
    sees: async (read: () => unknown, expected: unknown): Promise<void> => {
      await expect.poll(read, patience).toEqual(expected);
      expect(strange).toEqual([]);
    },
    close: () => socket.close(1000),
  };
}
export type Watcher = ReturnType<typeof openWatcher>;
