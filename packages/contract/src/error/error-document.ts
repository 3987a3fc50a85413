import * as v from 'valibot';
import { errors, type ErrorCode } from './error.ts';
import type * as types from './error-document.types.ts';

const source = v.pipe(
  v.union([
    v.strictObject({
      pointer: v.pipe(
        v.string(),
        v.description('The JSON Pointer (RFC 6901) of the value in the body.'),
        v.examples(['/customer/id']),
      ),
    }),
    v.strictObject({
      parameter: v.pipe(
        v.string(),
        v.description('The name of the path or query parameter.'),
        v.examples(['ticketID']),
      ),
    }),
    v.strictObject({
      header: v.pipe(
        v.string(),
        v.description('The name of the request header.'),
        v.examples(['X-Agent-ID']),
      ),
    }),
  ]),
  v.description('The part of the request that caused the error.'),
);

const meta = v.pipe(
  v.strictObject({
    ticketStatus: v.optional(v.pipe(v.string(), v.description('The current status of the ticket.'))),
    allowedStatuses: v.optional(
      v.pipe(v.array(v.string()), v.description('The statuses that can follow the current one.')),
    ),
    lowestAfter: v.optional(
      v.pipe(v.number(), v.description('The lowest `after` from which the event log is complete.')),
    ),
    limit: v.optional(
      v.pipe(
        v.string(),
        v.description('The limit that was reached: its name in the settings, or `failedTokensPerAddress`.'),
      ),
    ),
    agentId: v.optional(v.pipe(v.string(), v.description('The id of the agent that is in the way.'))),
    ticketIds: v.optional(
      v.pipe(v.array(v.string()), v.description('The ids of the tickets that are in the way.')),
    ),
    closingCodes: v.optional(
      v.pipe(v.array(v.string()), v.description('The ids of the closing codes that the ticket can get.')),
    ),
    opensTimestamp: v.optional(
      v.pipe(v.number(), v.description('When the queue opens next, in seconds since 1970.')),
    ),
    databaseFault: v.optional(
      v.pipe(
        v.string(),
        v.description(
          'What is wrong with the database, in responses of GET /readyz: `disk_full`, `read_only`, `disk_error`, `damaged`, `not_a_database`, `cannot_open`, `deleted`, `replaced`, `other_workspace`, `no_database`, `schema_outdated`, `access_denied`, `busy` or `no_answer`.',
        ),
      ),
    ),
  }),
  v.description('More facts about the error, by its code.'),
);

/** Schema of one error. The upstream API calls it error_object; the members that it lacks follow JSON:API. */
export const ErrorObject = v.pipe(
  v.strictObject({
    status: v.pipe(v.string(), v.description('The HTTP status, as a string.'), v.examples(['404'])),
    title: v.pipe(
      v.string(),
      v.description('A short summary, the same for every error of this status.'),
      v.examples(['not found']),
    ),
    code: v.pipe(
      v.picklist(Object.keys(errors) as [ErrorCode, ...ErrorCode[]]),
      v.description('The code of the error, for programs. It never changes its meaning.'),
      v.examples(['ticket_not_found']),
    ),
    detail: v.pipe(
      v.string(),
      v.description('What happened and what to do, for people. The wording can change.'),
      v.examples([errors.ticket_not_found.detail]),
    ),
    source: v.optional(source),
    meta: v.optional(meta),
    id: v.pipe(
      v.string(),
      v.description('The id of the request, as in X-Request-Id. Report it with the error.'),
      v.examples(['1c5fe2a4-7c0f-4f6f-9a63-0d6a7a3d1b5e']),
    ),
  }),
  v.description('One error in a request.'),
);
/** One error in a request: its code for programs, its detail for people, and where it is. */
export type ErrorObject = types.ErrorObject;

/** Schema of the body of every response that is not a success. The upstream API calls it Error. */
export const ErrorDocument = v.pipe(
  v.strictObject({
    errors: v.pipe(v.array(ErrorObject), v.minLength(1), v.description('The errors, at least one.')),
  }),
  v.description('Why the request failed.'),
);
/** The body of every response that is not a success. */
export type ErrorDocument = types.ErrorDocument;
