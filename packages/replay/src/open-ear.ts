import type { Client } from '@chat-ticket/client';
import { readRoom, type Said, saidOf } from './transcript.ts';
import { waitUntil } from './wait-until.ts';

/** Somebody in a room, on a live connection of its own. */
export type Ear = {
  /** What an app would show: what there was at first, and what was told since. */
  heard(): readonly Said[];
  /** Waits until it has been told of a message. 0: of none. */
  hears(seq: number): Promise<void>;
  close(): void;
};

/** Brings somebody into a room. Throws `NotSeen` when no connection comes about. */
export async function openEar(
  client: Client,
  roomID: string,
  who: string,
  signal: AbortSignal | undefined,
): Promise<Ear> {
  let heard: Said[] = [];
  const lastSeq = () => heard.at(-1)?.seq ?? 0;
  const live = client.live({
    onReset: async () => {
      heard = (await readRoom(client, roomID)).map(saidOf);
    },
    onEvent: ({ type, data }) => {
      if (type !== 'message.posted' || data.roomId !== roomID) return;
      // What was said while the room was read is in both.
      if (data.seq > lastSeq()) heard.push(saidOf(data));
    },
  });
  try {
    await waitUntil(() => live.seq !== undefined, `${who} got no live connection`, signal);
  } catch (error) {
    live.close();
    throw error;
  }
  return {
    heard: () => heard,
    hears: (seq) => waitUntil(() => lastSeq() >= seq, `${who} did not hear message ${seq}`, signal),
    close: () => live.close(),
  };
}
