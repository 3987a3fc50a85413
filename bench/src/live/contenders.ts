import { startDesk } from '../start-desk.ts';
import { startServer } from '../start-server.ts';

const floor = new URL('../floor/live.ts', import.meta.url);

export const liveContenders = {
  floor: () => startServer(floor, [], {}),
  desk: () => startDesk('error'),
} as const;

export type LiveContender = keyof typeof liveContenders;
export const liveContenderNames: readonly LiveContender[] = ['floor', 'desk'];
