export { replayAgents } from './cast.ts';
export { describeProblems } from './describe-problems.ts';
export { type Conversation, parseConversations } from './parse-conversations.ts';
export { isProblem, type Problem } from './problem.ts';
export { type Replay, replayChats, type ReplayOptions } from './replay-chats.ts';
export { replayTable } from './replay-table.ts';
export type { SignIn } from './sign-in.ts';
