export { conformance } from './conformance/conformance.ts';
export { fuzz, type FuzzOptions } from './fuzz/fuzz.ts';
export { issueToken, type TokenOptions } from './issue-token.ts';
export { expectNothingLost } from './live/chaos/expect-nothing-lost.ts';
export { type ChaosDesk, type ChaosSize, runChaos } from './live/chaos/run-chaos.ts';
export { type EventRecorder, openEventRecorder } from './live/event-recorder.ts';
export { liveConformance } from './live/live-conformance.ts';
export { openRaw } from './live/raw-connection.ts';
export type { Target } from './test-client.ts';
