import { simulateDay } from '@chat-ticket/domain';
import { simulateAtDesk } from './desk/simulate-at-desk.ts';
import type { Engine } from './simulate-desks.ts';

/** `rule`: the domain’s routing rule alone, fast. `sql`: the desk itself, handlers, database and all. */
export const engines = { rule: simulateDay, sql: simulateAtDesk } satisfies Record<string, Engine>;

export type EngineName = keyof typeof engines;
