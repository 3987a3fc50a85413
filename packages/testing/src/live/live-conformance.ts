import { afterEach, beforeAll, describe } from 'vitest';
import { resetDesk } from '../reset-desk.ts';
import type { Target } from '../test-client.ts';
import { closeHandshake } from './close-handshake.ts';
import { connectionCloses, slowReaders } from './connection-closes.ts';
import { customerPositions } from './customer-positions.ts';
import { eventVisibility } from './event-visibility.ts';
import { liveClient } from './live-client.ts';
import { openLiveDesk } from './live-desk.ts';
import { queueFrames } from './queue-frames.ts';
import { refusedUpgrades } from './refused-upgrades.ts';
import { resume } from './resume.ts';

/**
 * Declares the tests that the live channel passes on every runtime. They use WebSockets and HTTP only, and are
 * called as `conformance` is. `reportsBacklog: false` is for a runtime that can't tell how much a reader has
 * not read yet.
 */
export const liveConformance = (target: Target, { reportsBacklog = true } = {}) =>
  describe('the live channel', () => {
    const desk = openLiveDesk(target);
    beforeAll(() => resetDesk(desk));
    afterEach(desk.cleanUp);
    refusedUpgrades(desk);
    eventVisibility(desk);
    customerPositions(desk);
    queueFrames(desk);
    resume(desk);
    closeHandshake(desk);
    connectionCloses(desk);
    if (reportsBacklog) slowReaders(desk);
    liveClient(desk);
  });
