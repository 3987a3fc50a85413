export type { Target } from './caller.ts';
export { conformance } from './conformance.ts';
export { liveConformance } from './live-conformance.ts';
export { expectNothingLost } from './live/storm/expect-nothing-lost.ts';
export { storm, type StormDesk, type StormSize } from './live/storm/storm.ts';
export { openWatcher, type Watcher } from './live/watcher.ts';
export { issueToken, type TokenOptions } from './token.ts';
