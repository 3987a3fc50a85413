import { startDesk } from '../start-desk.ts';
import { startServer } from '../start-server.ts';

const baseline = new URL('../baseline/live.ts', import.meta.url);

export const liveServers = {
  baseline: () => startServer(baseline, [], {}),
  desk: () => startDesk('error'),
} as const;

export type LiveServerName = keyof typeof liveServers;
export const liveServerNames: readonly LiveServerName[] = ['baseline', 'desk'];
