import * as v from 'valibot';

/** Short summary per HTTP status; the seed API fixes those of 400, 401, 403, 404 and 500. */
export const errorTitles = {
  400: 'bad request',
  401: 'not authorize',
  403: 'forbidden',
  404: 'not found',
  405: 'method not allowed',
  409: 'conflict',
  412: 'precondition failed',
  413: 'payload too large',
  415: 'unsupported media type',
  422: 'unprocessable content',
  426: 'upgrade required',
  500: 'internal server error',
  503: 'service unavailable',
} as const;

export type ErrorStatus = keyof typeof errorTitles;

/** Every error the desk can answer: its HTTP status and what the caller can do about it. */
export const errors = {
  body_not_json: { status: 400, detail: 'The body is not valid JSON. Send one JSON object.' },
  body_invalid: {
    status: 400,
    detail: 'The body does not fit the schema. Mend what `source.pointer` points at.',
  },
  body_too_deep: { status: 400, detail: 'The body nests more than 32 levels. Send it flatter.' },
  text_malformed: {
    status: 400,
    detail: 'A text holds a NUL or half of a surrogate pair. Send well-formed Unicode without NUL.',
  },
  parameter_invalid: {
    status: 400,
    detail: 'A path or query parameter is malformed. See `source.parameter`.',
  },
  header_invalid: { status: 400, detail: 'A request header is malformed. See `source.header`.' },
  status_unknown: {
    status: 400,
    detail: 'No such agent status here. GET /v1/statuses lists those there are.',
  },
  queue_unknown: { status: 400, detail: 'No such queue here. GET /v1/settings lists those there are.' },
  agent_required: {
    status: 400,
    detail: 'A service acts for an agent: name one in X-Agent-ID by id or email.',
  },
  token_missing: { status: 401, detail: 'Send `Authorization: Bearer <token>`.' },
  token_invalid: { status: 401, detail: 'The token was not accepted. Get a new one from its issuer.' },
  token_expired: { status: 401, detail: 'The token has expired. Get a new one from its issuer.' },
  token_revoked: { status: 401, detail: 'The token was revoked. Sign in again to get a new one.' },
  role_not_allowed: { status: 403, detail: 'The token’s role may not do this.' },
  agent_mismatch: {
    status: 403,
    detail: 'X-Agent-ID names another agent than the token. Leave it out or name your own.',
  },
  ticket_of_another_agent: {
    status: 403,
    detail: 'The ticket is not with the agent named. GET it to see whose it is.',
  },
  workspace_unknown: { status: 403, detail: 'The token’s workspace is not served here.' },
  route_not_found: { status: 404, detail: 'No such path. GET /openapi.json lists those there are.' },
  agent_not_found: {
    status: 404,
    detail: 'No such agent. PUT /v1/online makes the caller’s record, PUT /v1/agents/{agentID} any.',
  },
  ticket_not_found: {
    status: 404,
    detail: 'No such ticket for you. It may have gone to another agent: list your tickets again.',
  },
  room_not_found: {
    status: 404,
    detail: 'No such room for you. Its ticket may have gone to another agent: list your tickets again.',
  },
  method_not_allowed: {
    status: 405,
    detail: 'The path exists, but not with this method. See the Allow header.',
  },
  transition_not_allowed: {
    status: 409,
    detail: 'The ticket’s status does not allow this. `meta` says what it is and what it allows.',
  },
  ticket_exists: {
    status: 409,
    detail: 'The customer has another open ticket for this entity and order. Change or close that one.',
  },
  ticket_picked: {
    status: 409,
    detail: 'The agent has picked the ticket already: it can be transferred or escalated, not declined.',
  },
  agent_cannot_receive: {
    status: 409,
    detail: 'The agent is not in a routable status, not connected or full. Choose another, or a queue.',
  },
  queue_closed: {
    status: 409,
    detail: 'The queue takes no chats outside of its opening hours. `meta` says when it opens next.',
  },
  room_closed: { status: 409, detail: 'The room is closed and takes no messages. Its messages can be read.' },
  auto_close_not_running: {
    status: 409,
    detail: 'The ticket is not about to close by itself: it does only while the customer owes the reply.',
  },
  events_pruned: {
    status: 409,
    detail:
      'What came next is not kept any more. Read the state anew, then follow from `meta.lowestAfter` or later.',
  },
  token_not_issued_here: {
    status: 409,
    detail: 'This desk only checks tokens. Get one with the claim `room` from their issuer.',
  },
  version_mismatch: {
    status: 412,
    detail: 'It has been changed since the version in If-Match. GET it again and decide anew.',
  },
  email_taken: {
    status: 409,
    detail: 'Another agent has this email. Choose another, or change that agent first.',
  },
  agent_has_tickets: { status: 409, detail: 'The agent has open tickets. Close them first.' },
  body_too_large: { status: 413, detail: 'The body is over 64 KiB. Send less.' },
  content_type_unsupported: { status: 415, detail: 'Send the body as `Content-Type: application/json`.' },
  idempotency_key_reused: {
    status: 422,
    detail: 'This Idempotency-Key was used with another body. Use a new key for a new request.',
  },
  client_message_id_reused: {
    status: 422,
    detail: 'This clientMessageId was used for another message in the room. Use a new one for each.',
  },
  upgrade_required: {
    status: 426,
    detail:
      'The live channel is a WebSocket. Connect with the sub-protocols `chat-ticket.v1` and `bearer.<token>`.',
  },
  internal_error: {
    status: 500,
    detail: 'Something failed on our side. Try again; if it stays, report the id.',
  },
  database_unavailable: { status: 503, detail: 'The database does not answer. Try again shortly.' },
  schema_outdated: {
    status: 503,
    detail: 'The database’s schema is not current. Run `chat-ticket migrate`.',
  },
} as const satisfies Record<string, { status: ErrorStatus; detail: string }>;

export type ErrorCode = keyof typeof errors;

/** One problem (seed: error_object; the further members are JSON:API’s). */
export const ErrorObject = v.pipe(
  v.strictObject({
    status: v.pipe(
      v.string(),
      v.description('HTTP status code for this problem, expressed as a string value.'),
      v.examples(['404']),
    ),
    title: v.pipe(
      v.string(),
      v.description('Short, human-readable unique summary of the problem (not localized).'),
      v.examples(['not found']),
    ),
    code: v.pipe(
      v.picklist(Object.keys(errors) as [ErrorCode, ...ErrorCode[]]),
      v.description('Which problem it is, for programs.'),
      v.examples(['ticket_not_found']),
    ),
    detail: v.pipe(
      v.string(),
      v.description('What is wrong and what to do about it.'),
      v.examples(['No such ticket for you. It may have gone to another agent: list your tickets again.']),
    ),
    source: v.optional(
      v.union([
        v.strictObject({
          pointer: v.pipe(
            v.string(),
            v.description('JSON Pointer into the body.'),
            v.examples(['/customer/id']),
          ),
        }),
        v.strictObject({
          parameter: v.pipe(v.string(), v.description('Path or query parameter.'), v.examples(['ticketID'])),
        }),
        v.strictObject({
          header: v.pipe(v.string(), v.description('Request header.'), v.examples(['X-Agent-ID'])),
        }),
      ]),
    ),
    meta: v.optional(
      v.strictObject({
        ticketStatus: v.optional(v.pipe(v.string(), v.description('The ticket’s present status.'))),
        allowedStatuses: v.optional(
          v.pipe(v.array(v.string()), v.description('The statuses that it can go to from there.')),
        ),
        lowestAfter: v.optional(
          v.pipe(v.number(), v.description('The lowest `after` from which the log is without a gap.')),
        ),
        opensTimestamp: v.optional(
          v.pipe(v.number(), v.description('When the queue opens next, seconds since 1970.')),
        ),
      }),
    ),
    id: v.pipe(
      v.string(),
      v.description('The request id, also in X-Request-Id.'),
      v.examples(['1c5fe2a4-7c0f-4f6f-9a63-0d6a7a3d1b5e']),
    ),
  }),
  v.description('One problem with the request.'),
);
export type ErrorObject = v.InferOutput<typeof ErrorObject>;

/** The body of every answer that is not a success (seed: Error). */
export const ErrorDocument = v.pipe(
  v.strictObject({ errors: v.pipe(v.array(ErrorObject), v.minLength(1)) }),
  v.description('What went wrong.'),
);
export type ErrorDocument = v.InferOutput<typeof ErrorDocument>;
