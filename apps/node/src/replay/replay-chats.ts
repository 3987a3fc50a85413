import { unwrap } from '@chat-ticket/client';
import type { SignIn } from '../auth/create-sign-in.ts';
import type { Conversation } from './parse-conversations.ts';
import { type Cast, replayChat, type ReplayedChat } from './replay-chat.ts';

export const replayAgentId = 'replay-agent-1';

// What waits at the desk already comes first, so the agent has as much room as a record may give.
const capacity = 100;

export type Replay = {
  chats: ReplayedChat[];
  /** How many open tickets the replay’s agent keeps: what it got beside these chats, or could not close. */
  kept: number;
};

/** One chat after the other, with an agent of the replay’s own online meanwhile. Throws `ChatTicketError`. */
export async function replayChats(
  conversations: readonly Conversation[],
  options: { signIn: SignIn; workspace: string },
): Promise<Replay> {
  const { signIn, workspace } = options;
  const cast: Cast = {
    backend: signIn({ sub: 'replay', role: 'service', workspace }),
    agent: (sub) => signIn({ sub, role: 'agent', workspace }),
  };
  const agent = cast.agent(replayAgentId);
  unwrap(
    await cast.backend.putAgent({
      agentID: replayAgentId,
      email: `${replayAgentId}@replay.example`,
      name: 'Replay',
      capacity,
    }),
  );

  // A key is remembered for a day, so each run has its own.
  const run = crypto.randomUUID();
  const chats: ReplayedChat[] = [];
  try {
    for (const [index, conversation] of conversations.entries()) {
      // Its lease may have run out while others had the chats.
      unwrap(await agent.setOnline());
      chats.push(await replayChat(cast, conversation, `replay-${run}-${index}`));
    }
  } finally {
    await agent.setOffline();
  }
  return { chats, kept: unwrap(await agent.listTickets()).length };
}
