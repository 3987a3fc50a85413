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
export type { RouteData, RouteErrorCode, RouteInput, RouteResult } from './route-types.ts';
