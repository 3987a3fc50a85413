export type { Fetch } from './attempt.ts';
export type { CallOptions } from './call-options.ts';
export { createClient, type Client, type ClientOptions } from './client.ts';
export type { Each } from './each.ts';
export {
  ChatTicketError,
  unwrap,
  type ClientErrorCode,
  type Failure,
  type Problem,
  type Success,
} from './error.ts';
export type { LiveCause, LiveInterruption } from './live/interruption.ts';
export type { Live, LiveOptions, LiveState, Typing } from './live/options.ts';
export type { LiveSocket, LiveSocketConstructor } from './live/web-socket.ts';
export type * from './route-methods.types.ts';
export type { RouteData, RouteErrorCode, RouteInput, RouteResult } from './route-types.ts';
