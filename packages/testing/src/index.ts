export type { Target } from './caller.ts';
export { conformance } from './conformance.ts';
export { liveConformance } from './live-conformance.ts';
export { openWatcher, type Watcher } from './live/watcher.ts';
export { issueToken, type TokenOptions } from './token.ts';
