import type { SignIn } from './sign-in.ts';
import { actOfChat } from './acts.ts';
import { createCast } from './cast.ts';
import { openNarrator } from './narrator.ts';
import type { Conversation } from './parse-conversations.ts';
import { replayChat, type ReplayedChat } from './replay-chat.ts';

export type Replay = {
  /** Those that came to an end before the signal was aborted. */
  chats: ReplayedChat[];
  /** How many open chats the replay’s agents had besides and gave back, and how many they can’t. */
  givenBack: number;
  kept: number;
};

export type ReplayOptions = {
  signIn: SignIn;
  baseUrl: string;
  workspace: string;
  plain: boolean;
  patienceSeconds: number;
  speed: number;
  print: (line: string) => void;
  /** Stops it where it is; the replay’s agents go offline all the same. */
  signal: AbortSignal;
};

/** One chat after the other, with two agents of the replay’s own online meanwhile. Throws a `Problem`. */
export async function replayChats(
  conversations: readonly Conversation[],
  options: ReplayOptions,
): Promise<Replay> {
  const { signal } = options;
  const cast = await createCast(options);
  // A key is remembered for a day, so each run has its own.
  const run = crypto.randomUUID();
  const chats: ReplayedChat[] = [];
  let left = { givenBack: 0, kept: 0 };
  try {
    const narrator = await openNarrator(cast.backend, options);
    try {
      for (const [index, conversation] of conversations.entries()) {
        signal.throwIfAborted();
        await cast.enter();
        chats.push(
          await replayChat(cast, conversation, {
            ...options,
            narrator,
            act: options.plain ? 'plain' : actOfChat(index),
            idempotencyKey: `replay-${run}-${index}`,
            patienceMs: options.patienceSeconds * 1000,
          }),
        );
        options.print('');
      }
    } finally {
      narrator.close();
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    left = await cast.leave();
  }
  return { chats, ...left };
}
