import type { Database } from '@chat-ticket/storage';
import type { SignToken } from './auth/create-signer.ts';
import type { VerifyToken } from './auth/create-verifier.ts';

/** One line of the log. Never holds a token or a body. */
export type LogEntry = {
  level: 'info' | 'error';
  message: string;
  requestId: string;
  /** What was thrown, where the request failed on our side. */
  error?: unknown;
  [field: string]: unknown;
};

/** What the desk needs from the runtime that it runs on. */
export type Ports = {
  /** The database of a workspace, or undefined when that workspace is not served here. */
  openDatabase: (workspace: string) => Promise<Database | undefined>;
  verifyToken: VerifyToken;
  /** Null where tokens come from another issuer alone. */
  signToken: SignToken | null;
  /** Milliseconds since 1970. */
  now: () => number;
  /** A fresh, unguessable id: a UUID. */
  newId: () => string;
  /** Does work after the answer has gone; the runtime keeps it alive until it ends. */
  defer: (work: Promise<void>) => void;
  /** Something may have been written in the workspace, and with it a deadline that is to be kept. */
  noteWrite: (workspace: string) => void;
  log: (entry: LogEntry) => void;
};

/** What an operator sets that the handlers need. */
export type Settings = {
  /** Exact origins whose pages may call the API. */
  corsOrigins: readonly string[];
};
