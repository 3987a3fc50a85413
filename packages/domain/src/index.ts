export * from './agent/lease.ts';
export * from './agent/status.ts';
export * from './caller/acting-agent.ts';
export * from './caller/caller.ts';
export * from './routing/choose.ts';
export * from './routing/queue-rank.ts';
export * from './ticket/state.ts';
export * from './ticket/transition.ts';
