import { livePath, liveProtocol, liveTokenPrefix, ServerFrame } from '@chat-ticket/contract';
import * as v from 'valibot';
import { expect } from 'vitest';
import type { Target } from '../test-client.ts';

/** A loaded machine can delay an alarm of a Durable Object by a tick, which takes 20 s. */
const pollOptions = { timeout: 45_000, interval: 20 };

/** Opens a WebSocket on the live channel, records its frames and checks each of them against the contract. */
export function openEventRecorder({ baseUrl }: Target, token: string) {
  const frames: ServerFrame[] = [];
  const invalidFrames: string[] = [];
  let closed: { code: number; reason: string } | undefined;
  const socket = new WebSocket(baseUrl.replace(/^http/, 'ws') + livePath, [
    liveProtocol,
    liveTokenPrefix + token,
  ]);
  socket.addEventListener('message', ({ data }) => {
    const text = String(data);
    const parsed = v.safeParse(ServerFrame, JSON.parse(text));
    if (parsed.success) frames.push(JSON.parse(text) as ServerFrame);
    else invalidFrames.push(text);
  });
  socket.addEventListener('close', ({ code, reason }) => {
    closed = { code, reason };
  });
  const send = (frame: unknown) =>
    socket.send(
      typeof frame === 'string' || frame instanceof Uint8Array
        ? (frame as Uint8Array<ArrayBuffer> | string)
        : JSON.stringify(frame),
    );
  const events = () => frames.filter((frame) => 'seq' in frame);
  const controls = () => frames.filter((frame) => !('seq' in frame));

  return {
    socket,
    send,
    frames,
    /** The frames that carry an event of the event log. */
    events,
    /** The other frames: `ready`, `reset`, `pong`, `typing`, `queue`. */
    controls,
    seqs: () => events().map(({ seq }) => seq),
    types: () => events().map(({ type }) => type),
    /** Waits for the `ready` frame and returns the last `seq` of the event log. */
    ready: async (): Promise<number> => {
      await expect.poll(() => controls()[0]?.type ?? closed, pollOptions).toBe('ready');
      const [ready] = controls();
      return ready?.type === 'ready' ? ready.data.seq : -1;
    },
    /** Waits until the desk closes the connection with this code. */
    expectClose: async (code: number, timeout = pollOptions.timeout): Promise<void> => {
      await expect.poll(() => closed?.code, { ...pollOptions, timeout }).toBe(code);
    },
    isOpen: () => closed === undefined,
    /** The code with which the connection was closed. */
    closeCode: () => closed?.code,
    /** Waits until `read` returns `expected`, then expects that every frame so far was valid. */
    expectEventually: async (read: () => unknown, expected: unknown): Promise<void> => {
      await expect.poll(read, pollOptions).toEqual(expected);
      expect(invalidFrames).toEqual([]);
    },
    close: () => socket.close(1000),
  };
}
export type EventRecorder = ReturnType<typeof openEventRecorder>;
