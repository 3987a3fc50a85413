import { issueMessage } from '@chat-ticket/contract';

/**
 * How the desk parses what it receives. A pipe ends at its first issue, so that no later check reads a text that is too
 * long.
 */
export const parsing = { message: issueMessage, abortPipeEarly: true } as const;
