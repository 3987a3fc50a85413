export type { Fetch } from './attempt.ts';
export { createClient, type CallOptions, type Client, type ClientOptions } from './client.ts';
export {
  ChatTicketError,
  unwrap,
  type ClientErrorCode,
  type Failure,
  type Problem,
  type Success,
} from './error.ts';
export type { Live, LiveOptions, LiveState, Typing } from './live/options.ts';
export type { LiveSocket, LiveSocketConstructor } from './live/web-socket.ts';
export type { RouteData, RouteErrorCode, RouteInput, RouteResult } from './route-types.ts';
