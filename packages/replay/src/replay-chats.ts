import { openEventPrinter } from './event-printer.ts';
import type { Conversation } from './parse-conversations.ts';
import { createParticipants } from './participants.ts';
import { replayChat, type ReplayedChat } from './replay-chat.ts';
import type { SignIn } from './sign-in.ts';
import { variantOfChat } from './variant.ts';

export type Replay = {
  /** The chats that were played before the signal was aborted. */
  chats: ReplayedChat[];
  /** How many other open chats the replay’s agents returned when they went offline. */
  returnedChats: number;
  /** How many other chats the replay’s agents keep, because they are in wrap-up. */
  keptChats: number;
};

export type ReplayOptions = {
  signIn: SignIn;
  baseUrl: string;
  workspace: string;
  /** Picks every offer: no chat is declined, missed or transferred. */
  plain: boolean;
  /** How long an offer may stay unpicked until the replay picks it, in seconds. */
  patienceSeconds: number;
  /** How many times as fast as people write. `Infinity`: without pauses. */
  speed: number;
  /** Receives each line of output as it occurs. */
  print: (line: string) => void;
  /** Stops the replay. The replay’s agents still go offline. */
  signal: AbortSignal;
};

/**
 * Plays the conversations one after the other, with the replay’s two agents online. Throws a `ReplayFailure` when
 * the replay cannot start.
 */
export async function replayChats(
  conversations: readonly Conversation[],
  options: ReplayOptions,
): Promise<Replay> {
  const { signal } = options;
  const participants = await createParticipants(options);
  // The desk remembers an idempotency key for a day. Each run needs keys that no earlier run has used.
  const run = crypto.randomUUID();
  const chats: ReplayedChat[] = [];
  let left = { returnedChats: 0, keptChats: 0 };
  try {
    const printer = await openEventPrinter(participants.backend, options);
    try {
      for (const [index, conversation] of conversations.entries()) {
        signal.throwIfAborted();
        await participants.setOnline();
        chats.push(
          await replayChat(participants, conversation, {
            ...options,
            printer,
            variant: options.plain ? 'plain' : variantOfChat(index),
            idempotencyKey: `replay-${run}-${index}`,
            patienceMs: options.patienceSeconds * 1000,
          }),
        );
        options.print('');
      }
    } finally {
      printer.close();
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    left = await participants.setOffline();
  }
  return { chats, ...left };
}
