import type { Fetch } from '../attempt.ts';
import type { LiveSocketConstructor } from './web-socket.ts';

/** The desk that a live channel connects to. */
export type LiveDesk = {
  /** The address of the desk, without a slash at the end. */
  readonly baseUrl: string;
  /** Returns the token. */
  readonly token: () => Promise<string | undefined>;
  /** Whether `token` can return another token the next time. */
  readonly mayTokenChange: boolean;
  /** The class that opens a connection. */
  readonly WebSocket: LiveSocketConstructor;
  /** What asks the desk why it refused a connection. */
  readonly fetch: Fetch;
  /** How long that request may take, in milliseconds. */
  readonly timeoutMs: number;
};
