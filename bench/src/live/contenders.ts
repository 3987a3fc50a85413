import { startServer } from '../start-server.ts';

const desk = new URL('../../../apps/node/src/main.ts', import.meta.url);
const floor = new URL('../floor/live.ts', import.meta.url);

export const liveContenders = {
  floor: () => startServer(floor, [], {}),
  desk: () => startServer(desk, ['serve'], { LOG_LEVEL: 'error' }),
} as const;

export type LiveContender = keyof typeof liveContenders;
export const liveContenderNames: readonly LiveContender[] = ['floor', 'desk'];
