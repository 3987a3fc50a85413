import type { Client } from '@chat-ticket/client';
import { listAllMessages, type TranscriptMessage, toTranscriptMessage } from './transcript.ts';
import { waitUntil } from './wait-until.ts';

/** A participant’s live connection to a room. */
export type RoomListener = {
  /** The messages that an app would show: those read at the start, and those received since. */
  messages(): readonly TranscriptMessage[];
  /** Waits until it has the message with this `seq`. Returns at once for 0. */
  waitForMessage(seq: number): Promise<void>;
  close(): void;
};

/** Connects a participant to a room. Throws `ObservationTimeout` when it gets no connection. */
export async function openRoomListener(
  client: Client,
  roomID: string,
  name: string,
  signal: AbortSignal | undefined,
): Promise<RoomListener> {
  let messages: TranscriptMessage[] = [];
  const lastSeq = () => messages.at(-1)?.seq ?? 0;
  const live = client.live({
    onReset: async () => {
      messages = (await listAllMessages(client, roomID)).map((message) => toTranscriptMessage(message));
    },
    onEvent: ({ type, data }) => {
      if (type !== 'message.posted' || data.roomId !== roomID) return;
      // A message posted while the room was read is in the list and in an event.
      if (data.seq > lastSeq()) messages.push(toTranscriptMessage(data));
    },
  });
  try {
    await waitUntil(() => live.seq !== undefined, `${name} got no live connection`, signal);
  } catch (error) {
    live.close();
    throw error;
  }
  return {
    messages: () => messages,
    waitForMessage: (seq) =>
      waitUntil(() => lastSeq() >= seq, `${name} did not receive message ${seq}`, signal),
    close: () => live.close(),
  };
}
