import { type Server, startServer } from './start-server.ts';

const desk = new URL('../../apps/node/src/main.ts', import.meta.url);
const floor = new URL('floor/main.ts', import.meta.url);

/** Who is measured. The desk’s ratios are to the floor, which comes first. */
export const contenders = {
  floor: () => startServer(floor, [], {}),
  desk: () => startServer(desk, ['serve'], { LOG_LEVEL: 'error' }),
  'desk, logging': () => startServer(desk, ['serve'], { LOG_LEVEL: 'info' }),
} as const satisfies Record<string, () => Promise<Server>>;

export type Contender = keyof typeof contenders;
