import { startDesk } from './start-desk.ts';
import { type Server, startServer } from './start-server.ts';

const floor = new URL('floor/main.ts', import.meta.url);

/** Who is measured. The desk’s ratios are to the floor, which comes first. */
export const contenders = {
  floor: () => startServer(floor, [], {}),
  desk: () => startDesk('error'),
  'desk, logging': () => startDesk('info'),
} as const satisfies Record<string, () => Promise<Server>>;

export type Contender = keyof typeof contenders;
