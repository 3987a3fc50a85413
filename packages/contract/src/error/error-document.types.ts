// Generated from error-document.ts. To change it, change the schemas and run `pnpm --filter @chat-ticket/codegen generate`.
import type { ErrorCode } from './error.ts';

/** Why the request failed. */
export type ErrorDocument = {
  /** The errors, at least one. */
  errors: ErrorObject[];
};

/** One error in a request. */
export type ErrorObject = {
  /**
   * The HTTP status, as a string.
   * @example '404'
   */
  status: string;
  /**
   * A short summary, the same for every error of this status.
   * @example 'not found'
   */
  title: string;
  /**
   * The code of the error, for programs. It never changes its meaning.
   * @example 'ticket_not_found'
   */
  code: ErrorCode;
  /** What happened and what to do, for people. The wording can change. */
  detail: string;
  /** The part of the request that caused the error. */
  source?:
    | {
        /**
         * The JSON Pointer (RFC 6901) of the value in the body.
         * @example '/customer/id'
         */
        pointer: string;
      }
    | {
        /**
         * The name of the path or query parameter.
         * @example 'ticketID'
         */
        parameter: string;
      }
    | {
        /**
         * The name of the request header.
         * @example 'X-Agent-ID'
         */
        header: string;
      }
    | undefined;
  /** More facts about the error, by its code. */
  meta?:
    | {
        /** The current status of the ticket. */
        ticketStatus?: string | undefined;
        /** The statuses that can follow the current one. */
        allowedStatuses?: string[] | undefined;
        /** The lowest `after` from which the event log is complete. */
        lowestAfter?: number | undefined;
        /** The limit that was reached: its name in the settings, or `failedTokensPerAddress`. */
        limit?: string | undefined;
        /** The id of the agent that is in the way. */
        agentId?: string | undefined;
        /** The ids of the tickets that are in the way. */
        ticketIds?: string[] | undefined;
        /** The ids of the closing codes that the ticket can get. */
        closingCodes?: string[] | undefined;
        /** When the queue opens next, in seconds since 1970. */
        opensTimestamp?: number | undefined;
        /**
         * What is wrong with the database, in responses of GET /readyz: `disk_full`, `read_only`, `disk_error`,
         * `damaged`, `not_a_database`, `cannot_open`, `deleted`, `replaced`, `other_workspace`, `no_database`,
         * `schema_outdated`, `access_denied`, `busy` or `no_answer`.
         */
        databaseFault?: string | undefined;
      }
    | undefined;
  /**
   * The id of the request, as in X-Request-Id. Report it with the error.
   * @example '1c5fe2a4-7c0f-4f6f-9a63-0d6a7a3d1b5e'
   */
  id: string;
};
