import { replayAgents } from './cast.ts';
import type { Replay } from './replay-chats.ts';

/** What went wrong in the chats, a line for each problem, and what the agents of the replay had left at its end. */
export function describeProblems({ chats, givenBack, kept }: Replay): string[] {
  const names = replayAgents.join(' and ');
  return [
    ...(givenBack > 0 ? [`${names} are offline again; other chats that they gave back: ${givenBack}`] : []),
    ...(kept > 0 ? [`${names} are offline again; chats in wrap-up that they keep: ${kept}`] : []),
    ...chats.flatMap(({ conversation, differences, problem }) =>
      [...differences, ...(problem ? [problem.detail] : [])].map(
        (text) => `chat ${conversation.convo_id}: ${text}`,
      ),
    ),
  ];
}
