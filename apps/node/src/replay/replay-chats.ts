import type { SignIn } from '../auth/create-sign-in.ts';
import { actOfChat } from './acts.ts';
import { createCast } from './cast.ts';
import type { Conversation } from './parse-conversations.ts';
import { replayChat, type ReplayedChat } from './replay-chat.ts';

export type Replay = {
  chats: ReplayedChat[];
  /** How many open chats the replay’s agents had besides and gave back, and how many they can’t. */
  givenBack: number;
  kept: number;
};

/** One chat after the other, with two agents of the replay’s own online meanwhile. Throws `ChatTicketError`. */
export async function replayChats(
  conversations: readonly Conversation[],
  options: { signIn: SignIn; workspace: string; plain: boolean; patienceSeconds: number },
): Promise<Replay> {
  const cast = await createCast(options.signIn, options.workspace);
  // A key is remembered for a day, so each run has its own.
  const run = crypto.randomUUID();
  const chats: ReplayedChat[] = [];
  let left = { givenBack: 0, kept: 0 };
  try {
    for (const [index, conversation] of conversations.entries()) {
      await cast.enter();
      chats.push(
        await replayChat(cast, conversation, {
          act: options.plain ? 'plain' : actOfChat(index),
          idempotencyKey: `replay-${run}-${index}`,
          patienceMs: options.patienceSeconds * 1000,
        }),
      );
    }
  } finally {
    left = await cast.leave();
  }
  return { chats, ...left };
}
