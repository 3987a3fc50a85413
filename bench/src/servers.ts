import { startDesk } from './start-desk.ts';
import { type Server, startServer } from './start-server.ts';

const baseline = new URL('baseline/main.ts', import.meta.url);

/** The servers that are measured. The baseline comes first; the ratios of the others compare with it. */
export const servers = {
  baseline: () => startServer(baseline, [], {}),
  desk: () => startDesk('error'),
  'desk, logging': () => startDesk('info'),
} as const satisfies Record<string, () => Promise<Server>>;

export type ServerName = keyof typeof servers;
