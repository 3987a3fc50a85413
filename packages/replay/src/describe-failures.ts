import { replayAgents } from './participants.ts';
import type { Replay } from './replay-chats.ts';

/** A line for each failure of a replay, and for the other chats that its agents had at the end. */
export function describeFailures({ chats, keptChats, returnedChats }: Replay): string[] {
  const agents = `${replayAgents.join(' and ')} are offline.`;
  return [
    ...(returnedChats > 0 ? [`${agents} Other chats that they returned: ${returnedChats}.`] : []),
    ...(keptChats > 0 ? [`${agents} Other chats that they keep in wrap-up: ${keptChats}.`] : []),
    ...chats.flatMap(({ conversation, differences, failure }) =>
      [...differences, ...(failure ? [failure.detail] : [])].map(
        (text) => `chat ${conversation.convo_id}: ${text}`,
      ),
    ),
  ];
}
