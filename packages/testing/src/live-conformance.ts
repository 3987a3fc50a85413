import { afterEach, beforeAll, describe } from 'vitest';
import type { Target } from './caller.ts';
import { drain } from './drain.ts';
import { closes, slowReaders } from './live/closes.ts';
import { liveClient } from './live/live-client.ts';
import { queueFrames } from './live/queue-frames.ts';
import { refusedUpgrades } from './live/refused-upgrades.ts';
import { resuming } from './live/resuming.ts';
import { createStage } from './live/stage.ts';
import { whatIsHeard } from './live/what-is-heard.ts';

/**
 * Declares the tests that a hub passes on every runtime, black box over WebSocket and HTTP; used as
 * `conformance` is. `tellsBacklog`: the runtime knows what a reader has not taken yet.
 */
export const liveConformance = (target: Target, { tellsBacklog = true } = {}) =>
  describe('the live channel', () => {
    const stage = createStage(target);
    beforeAll(() => drain(stage));
    afterEach(stage.clear);
    refusedUpgrades(stage);
    whatIsHeard(stage);
    queueFrames(stage);
    resuming(stage);
    closes(stage);
    if (tellsBacklog) slowReaders(stage);
    liveClient(stage);
  });
