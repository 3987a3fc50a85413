import { maxBacklogBytes, maxBacklogFrames, pauseAtBytes, pauseAtFrames } from './limits.ts';
import type { Backlog } from './socket.ts';

/** Whether sending pauses until the peer has taken some frames. */
export const isFull = ({ frames, bytes }: Backlog): boolean =>
  frames >= pauseAtFrames || bytes >= pauseAtBytes;

/** Whether the peer is further behind than the limits allow. */
export const isTooFarBehind = ({ frames, bytes }: Backlog): boolean =>
  frames > maxBacklogFrames || bytes > maxBacklogBytes;
