export * from './agent.ts';
export * from './error.ts';
export * from './health.ts';
export * from './identifier.ts';
export * from './route.ts';
export * from './routes.ts';
export * from './ticket.ts';
export * from './token.ts';
