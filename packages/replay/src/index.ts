export { describeFailures } from './describe-failures.ts';
export { isReplayFailure, type ReplayFailure } from './failure.ts';
export { type Conversation, parseConversations } from './parse-conversations.ts';
export { replayAgents } from './participants.ts';
export { type Replay, replayChats, type ReplayOptions } from './replay-chats.ts';
export { replayTable } from './replay-table.ts';
export type { SignIn } from './sign-in.ts';
