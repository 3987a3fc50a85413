export type { Target } from './caller.ts';
export { conformance } from './conformance.ts';
export { liveConformance } from './live-conformance.ts';
export { issueToken, type TokenOptions } from './token.ts';
