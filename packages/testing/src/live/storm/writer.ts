import { createClient, type Client } from '@chat-ticket/client';
import type { MessageKind } from '@chat-ticket/contract';
import { pause } from '../../pause.ts';
import type { StormRoom } from './open-rooms.ts';

export type Writing = {
  /** Sends that were answered. */
  answered: number;
  /** Sends that got no answer, or an error, and were made again. */
  repeated: number;
  /** Of those the ones that had been written all the same, and were not written again. */
  alreadyWritten: number;
  /** Whether nothing is to be written for now. */
  isHeld: boolean;
  isOver: boolean;
};

/** Without one, readers would be told nearly everything as they come back and little while they are there. */
const longestPauseMs = 50;

/** Every tenth message of an agent is a note, which its customer must never hear of. */
const kindOf = (isAgent: boolean, n: number): MessageKind => (isAgent && n % 10 === 9 ? 'note' : 'message');

/** Says so many things in a room, one after the other, each until it is answered. */
export async function write(
  baseUrl: string,
  { roomId, agentToken, customerToken }: StormRoom,
  writer: { name: string; isAgent: boolean; messages: number; quietMs: number; random: () => number },
  writing: Writing,
): Promise<void> {
  const { name, isAgent, messages, quietMs, random } = writer;
  const token = isAgent ? agentToken : customerToken;
  const client = createClient({ baseUrl, token, retries: 0, timeoutMs: 5_000 });
  for (let n = 0; n < messages; n++) {
    await pause(n === messages >> 1 ? quietMs : random() * longestPauseMs);
    while (writing.isHeld) await pause(5);
    const text = `${name} ${n}`;
    const send = { roomID: roomId, clientMessageId: `${name}-${n}`, kind: kindOf(isAgent, n), text };
    const { status, tries } = await untilAnswered(client, send);
    writing.answered += 1;
    writing.repeated += tries - 1;
    if (status === 200) writing.alreadyWritten += 1;
  }
}

async function untilAnswered(client: Client, send: Parameters<Client['sendMessage']>[0]) {
  for (let tries = 1; ; tries++) {
    const result = await client.sendMessage(send);
    if (result.ok) return { status: result.status, tries };
    if (result.status > 0 && result.status < 500)
      throw new Error(`${result.error.code} for ${send.clientMessageId}: ${result.error.detail}`);
    await pause(20);
  }
}
