import type { LiveEvent } from '@chat-ticket/contract';
import { expect, it, vi } from 'vitest';
import { fakeSockets } from '../../test/live-sockets.ts';
import { createClient } from '../client.ts';
import type { LiveOptions } from './options.ts';

const event = (seq: number) => ({ seq, type: 'agent.saved', data: { timestamp: 1, agentId: 'ann' } });

/** Lets every promise that is due settle. */
const settle = () => new Promise<void>((resolve) => void setTimeout(resolve, 0));

/** A channel that resumes from 0, and the frames of the desk’s end of each of its sockets. */
function openChannel(options: Pick<LiveOptions, 'onEvent' | 'onError'> & Partial<LiveOptions>) {
  const { sockets, WebSocket } = fakeSockets();
  const client = createClient({ baseUrl: 'http://desk.example', token: 'a.b.c', WebSocket });
  const live = client.live({ onReset: () => {}, resumeFrom: 0, ...options });
  /** Connects for the nth time. Returns the position from which the client resumes. */
  const connect = async (nth: number, lastSeq: number) => {
    await vi.waitFor(() => expect(sockets).toHaveLength(nth + 1), { timeout: 5_000 });
    sockets[nth]!.receive({ type: 'ready', data: { seq: lastSeq, connectionId: 'c' } });
    return (sockets[nth]!.sent[0] as { seq: number }).seq;
  };
  return {
    live,
    connect,
    receive: (nth: number, frame: unknown) => sockets[nth]!.receive(frame),
    /** Closes the nth connection as a lost network does. */
    drop: (nth: number) => sockets[nth]!.drop(),
  };
}

it('waits for a handler before it calls the next one', async () => {
  const steps: string[] = [];
  const releases: (() => void)[] = [];
  const onEvent = async ({ seq }: LiveEvent) => {
    steps.push(`start ${seq}`);
    await new Promise<void>((resolve) => releases.push(resolve));
    steps.push(`end ${seq}`);
  };
  const channel = openChannel({ onEvent });
  await channel.connect(0, 2);
  channel.receive(0, event(1));
  channel.receive(0, event(2));
  expect(channel.live.seq).toBe(0);
  releases[0]!();
  await vi.waitFor(() => expect(releases).toHaveLength(2));
  expect(channel.live.seq).toBe(1);
  releases[1]!();
  await vi.waitFor(() => expect(channel.live.seq).toBe(2));
  expect(steps).toEqual(['start 1', 'end 1', 'start 2', 'end 2']);
  channel.live.close();
});

it.each([
  [
    'throws',
    () => {
      throw new Error('no disk');
    },
  ],
  ['rejects', () => Promise.reject(new Error('no disk'))],
])('delivers an event again whose handler %s, and tells onError', async (_, fail) => {
  const handled: number[] = [];
  const failed: unknown[] = [];
  let mustFail = true;
  const channel = openChannel({
    onEvent: ({ seq }) => {
      if (seq === 2 && mustFail) return fail();
      return void handled.push(seq);
    },
    onError: (error, { seq }) => failed.push([(error as Error).message, seq]),
  });
  await channel.connect(0, 3);
  for (const seq of [1, 2, 3]) channel.receive(0, event(seq));
  await vi.waitFor(() => expect(failed).toEqual([['no disk', 2]]));
  expect(channel.live.seq).toBe(1);
  mustFail = false;
  expect(await channel.connect(1, 3)).toBe(1);
  for (const seq of [2, 3]) channel.receive(1, event(seq));
  expect(handled).toEqual([1, 2, 3]);
  expect(channel.live.seq).toBe(3);
  channel.live.close();
});

it('stops if onError closes the channel', async () => {
  const channel = openChannel({
    onEvent: () => {
      throw new Error('no disk');
    },
    onError: () => channel.live.close(),
  });
  await channel.connect(0, 1);
  channel.receive(0, event(1));
  expect(channel.live.seq).toBe(0);
});

it('delivers an event again that failed among those held while the state was loaded', async () => {
  const handled: number[] = [];
  let mustFail = true;
  const loaded = Promise.withResolvers<void>();
  const channel = openChannel({
    onReset: () => loaded.promise,
    onEvent: ({ seq }) => {
      if (seq === 11 && mustFail) throw new Error('no disk');
      handled.push(seq);
    },
    onError: () => {},
  });
  await channel.connect(0, 10);
  channel.receive(0, { type: 'reset', data: { seq: 10 } });
  for (const seq of [11, 12]) channel.receive(0, event(seq));
  loaded.resolve();
  await vi.waitFor(() => expect(channel.live.seq).toBe(10));
  mustFail = false;
  expect(await channel.connect(1, 12)).toBe(10);
  for (const seq of [11, 12]) channel.receive(1, event(seq));
  expect(handled).toEqual([11, 12]);
  channel.live.close();
});

it('disconnects when a thousand events wait for a handler, and resumes behind them', async () => {
  const states: string[] = [];
  const released = Promise.withResolvers<void>();
  const handled: number[] = [];
  const channel = openChannel({
    onEvent: async ({ seq }) => {
      await released.promise;
      handled.push(seq);
    },
    onState: (state) => states.push(state),
  });
  await channel.connect(0, 1_100);
  for (let seq = 1; seq <= 1_100; seq++) channel.receive(0, event(seq));
  expect(states.at(-1)).toBe('waiting');
  released.resolve();
  await vi.waitFor(() => expect(handled).toHaveLength(1_001));
  expect(await channel.connect(1, 1_100)).toBe(1_001);
  channel.receive(1, event(1_002));
  await vi.waitFor(() => expect(handled.at(-1)).toBe(1_002));
  expect(handled).toEqual(Array.from({ length: 1_002 }, (_, n) => n + 1));
  channel.live.close();
});

/** A channel that gets `reset` while a handler is running. `release` lets the handler end. */
async function openResetChannel() {
  const handled = Promise.withResolvers<void>();
  const onReset = vi.fn<() => void>();
  const channel = openChannel({ onReset, onEvent: () => handled.promise });
  await channel.connect(0, 10);
  channel.receive(0, event(1));
  channel.receive(0, { type: 'reset', data: { seq: 10 } });
  return { channel, onReset, release: () => handled.resolve() };
}

it('does not load the state after it was closed, if a handler was running', async () => {
  const { channel, onReset, release } = await openResetChannel();
  channel.live.close();
  release();
  await settle();
  expect(onReset).not.toHaveBeenCalled();
});

it('loads the state once if it reconnects while a handler is running', async () => {
  const { channel, onReset, release } = await openResetChannel();
  channel.drop(0);
  await channel.connect(1, 10);
  release();
  await settle();
  expect(onReset).toHaveBeenCalledTimes(1);
  channel.live.close();
});

it('holds events until the last of two loads is over', async () => {
  const loads = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let started = 0;
  const handled: number[] = [];
  const channel = openChannel({
    onReset: () => loads[started++]!.promise,
    onEvent: ({ seq }) => void handled.push(seq),
  });
  await channel.connect(0, 10);
  channel.receive(0, { type: 'reset', data: { seq: 10 } });
  await settle();
  channel.receive(0, { type: 'reset', data: { seq: 20 } });
  channel.receive(0, event(21));
  await settle();
  loads[0]!.resolve();
  await settle();
  expect({ handled, started }).toEqual({ handled: [], started: 2 });
  loads[1]!.resolve();
  await vi.waitFor(() => expect(handled).toEqual([21]));
  channel.live.close();
});

it('delivers a failed event again even if onError throws', async () => {
  const handled: number[] = [];
  let mustFail = true;
  const channel = openChannel({
    onEvent: ({ seq }) => {
      if (mustFail) throw new Error('no disk');
      handled.push(seq);
    },
    onError: () => {
      throw new Error('no log');
    },
  });
  await channel.connect(0, 2);
  expect(() => channel.receive(0, event(1))).toThrow('no log');
  channel.receive(0, event(2));
  mustFail = false;
  expect(await channel.connect(1, 2)).toBe(0);
  for (const seq of [1, 2]) channel.receive(1, event(seq));
  expect(handled).toEqual([1, 2]);
  channel.live.close();
});
