// Times are milliseconds since 1970. `change_id` names the request that wrote the row last.

export * from './schema/agents.ts';
export * from './schema/groups.ts';
export * from './schema/log.ts';
export * from './schema/rooms.ts';
export * from './schema/settings.ts';
export * from './schema/tickets.ts';
export * from './schema/tokens.ts';
