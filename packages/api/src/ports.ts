import type { Principal } from '@chat-ticket/domain';
import type { Database, PublishedEvent } from '@chat-ticket/storage';
import type { SignToken } from './auth/create-token-signer.ts';
import type { TokenVerifier, VerifiedToken, VerifyToken } from './auth/create-token-verifier.ts';
import type { Admission } from './limit/admission.ts';

/** One line of the application’s log. It never holds a token or a body. */
export type LogLine = {
  level: 'debug' | 'info' | 'warn' | 'error';
  message: string;
  /** The id of the request, or `live`, `sweep`, `auth`, `start` or `stop` for what no request causes. */
  requestId: string;
  /** What was thrown, when the desk itself failed. */
  error?: unknown;
  [field: string]: unknown;
};

/** What the desk needs from the runtime. Each app implements it. */
export type Ports = {
  /** Opens the database of a workspace. Resolves to undefined when this desk does not serve the workspace. */
  openDatabase: (workspace: string) => Promise<Database | undefined>;
  /** Checks a bearer token. */
  verifyToken: VerifyToken;
  /** Whether tokens can be verified now, and what is wrong with the keys. */
  checkKeys: TokenVerifier['checkKeys'];
  /** By how much the clock of the token issuer may differ from the desk’s, in seconds. */
  leewaySeconds: number;
  /** Signs a bearer token. Null when only another issuer can sign tokens for this desk. */
  signToken: SignToken | null;
  /** The time, in ms since 1970. */
  now: () => number;
  /** A new random id: a UUID. */
  newId: () => string;
  /** Keeps the runtime alive until the work settles. The response does not wait for it. */
  waitUntil: (work: Promise<void>) => void;
  /**
   * Reports the events of a committed write, in order; none when the write changed nothing. The write can have
   * set a deadline, so the sweeper must be scheduled in either case.
   */
  publish: (workspace: string, events: readonly PublishedEvent[]) => void;
  /**
   * Upgrades an authenticated request to the live channel. Returns the response of the upgrade, or undefined if the server
   * cannot upgrade the request.
   */
  openLive: (request: Request, token: VerifiedToken) => Response | undefined | Promise<Response>;
  /** How many live connections the principal’s workspace has where the next one of the principal would be. Left out: none. */
  countLive?: (principal: Principal) => number | Promise<number>;
  /** Writes one line to the application’s log. */
  log: (line: LogLine) => void;
};

/** What an operator can set for the app. */
export type AppOptions = {
  /** The exact origins whose pages may call the API. None: no CORS headers are sent. */
  corsOrigins: readonly string[];
  /** The address of the client, from the request’s headers and what the runtime passes with it. */
  clientAddress?: (headers: Headers, bindings: unknown) => string | undefined;
  /** Forged tokens that an address can send per minute. Default: 600. */
  failedTokensPerMinute?: number;
  /** Counts the requests that the process works on. Default: its own, with 512 at once. */
  admission?: Admission;
};
