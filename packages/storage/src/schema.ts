// All tables. Times are in ms since 1970. `change_id` is the change id of the command that last wrote the row.
export * from './schema/agents.ts';
export * from './schema/desk.ts';
export * from './schema/events.ts';
export * from './schema/facts.ts';
export * from './schema/messages.ts';
export * from './schema/need-sets.ts';
export * from './schema/removed-agents.ts';
export * from './schema/service.ts';
export * from './schema/settings.ts';
export * from './schema/tickets.ts';
export * from './schema/token-revocations.ts';
