import { createClient, type Client } from '@chat-ticket/client';
import type { MessageKind } from '@chat-ticket/contract';
import { pause } from '../../pause.ts';
import type { ChaosRoom } from './open-rooms.ts';

/** What the writers have done so far. All writers share it. */
export type Progress = {
  /** Messages that the desk has acknowledged. */
  written: number;
  /** Requests that got no response, or an error, and were sent again. */
  repeated: number;
  /** Messages whose repeated request showed that the first had been written. */
  alreadyWritten: number;
  /** Whether the writers pause. */
  isPaused: boolean;
  isFinished: boolean;
};

/** The pauses give the readers time to be connected while messages are written. */
const longestPauseMs = 50;

/** Every tenth message of an agent is a note, which its customer must never receive. */
const kindOf = (isAgent: boolean, n: number): MessageKind => (isAgent && n % 10 === 9 ? 'note' : 'message');

/** Sends `messages` messages to a room, one after the other, each until the desk acknowledges it. */
export async function writeMessages(
  baseUrl: string,
  { roomId, agentToken, customerToken }: ChaosRoom,
  writer: { name: string; isAgent: boolean; messages: number; quietMs: number; random: () => number },
  progress: Progress,
): Promise<void> {
  const { name, isAgent, messages, quietMs, random } = writer;
  const token = isAgent ? agentToken : customerToken;
  const client = createClient({ baseUrl, token, retries: 0, timeoutMs: 5_000 });
  for (let n = 0; n < messages; n++) {
    await pause(n === messages >> 1 ? quietMs : random() * longestPauseMs);
    while (progress.isPaused) await pause(5);
    const text = `${name} ${n}`;
    const message = { roomID: roomId, clientMessageId: `${name}-${n}`, kind: kindOf(isAgent, n), text };
    const { status, tries } = await sendUntilAcknowledged(client, message);
    progress.written += 1;
    progress.repeated += tries - 1;
    if (status === 200) progress.alreadyWritten += 1;
  }
}

async function sendUntilAcknowledged(client: Client, message: Parameters<Client['sendMessage']>[0]) {
  for (let tries = 1; ; tries++) {
    const result = await client.sendMessage(message);
    if (result.ok) return { status: result.status, tries };
    if (result.status > 0 && result.status < 500)
      throw new Error(`${result.error.code} for ${message.clientMessageId}: ${result.error.detail}`);
    await pause(20);
  }
}
