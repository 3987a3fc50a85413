import { query } from '../command/command.ts';
import { one } from '../command/statement.ts';
import { selectActingAgent } from '../rows/agent-row.ts';

/** The acting agent, or null if it does not exist. */
export const getAgent = query({ answer: { agent: one(selectActingAgent) } });
