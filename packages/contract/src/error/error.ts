/** The title of each HTTP error status. The upstream API defines those of 400, 401, 403, 404 and 500. */
export const errorTitles = {
  400: 'bad request',
  401: 'not authorize',
  403: 'forbidden',
  404: 'not found',
  405: 'method not allowed',
  408: 'request timeout',
  409: 'conflict',
  412: 'precondition failed',
  413: 'payload too large',
  415: 'unsupported media type',
  422: 'unprocessable content',
  426: 'upgrade required',
  429: 'too many requests',
  431: 'request header fields too large',
  500: 'internal server error',
  503: 'service unavailable',
} as const;

/** An HTTP error status that the desk returns. */
export type ErrorStatus = keyof typeof errorTitles;

/** Every error that the desk returns: its HTTP status, what happened, and what to do. */
export const errors = {
  request_malformed: {
    status: 400,
    detail: 'The request is not valid HTTP, or its URL is invalid. Fix the client.',
  },
  body_incomplete: {
    status: 400,
    detail: 'The connection ended before the whole body arrived. Send the request again.',
  },
  body_not_json: { status: 400, detail: 'The body is not valid JSON. Send one JSON object.' },
  body_invalid: {
    status: 400,
    detail: 'The body does not match the schema. Fix the value at `source.pointer`.',
  },
  body_too_deep: {
    status: 400,
    detail: 'The body has more than 32 levels of nesting. Send a body with fewer levels.',
  },
  text_malformed: {
    status: 400,
    detail:
      'A string contains a NUL character or an unpaired surrogate. Send well-formed Unicode without NUL.',
  },
  parameter_invalid: {
    status: 400,
    detail: 'A path or query parameter is invalid. Fix the parameter that `source.parameter` names.',
  },
  header_invalid: {
    status: 400,
    detail: 'A request header is invalid. Fix the header that `source.header` names.',
  },
  status_unknown: {
    status: 400,
    detail: 'The workspace has no such agent status. Use one that GET /v1/statuses lists.',
  },
  queue_unknown: {
    status: 400,
    detail: 'The workspace has no such queue. Use one that GET /v1/settings lists.',
  },
  closing_code_unknown: {
    status: 400,
    detail:
      'The ticket cannot get this closing code: the settings do not have it for the ticket’s queue, or it is archived. Use one that `meta.closingCodes` lists.',
  },
  tag_not_listed: {
    status: 400,
    detail:
      'Agents can set only tags that the settings list. Use those that GET /v1/tags returns, or ask a supervisor to add the tag.',
  },
  agent_required: {
    status: 400,
    detail: 'A service must name the agent that it acts for. Send the agent’s id or email in X-Agent-ID.',
  },
  token_missing: {
    status: 401,
    detail: 'The request has no bearer token. Send `Authorization: Bearer <token>`.',
  },
  token_invalid: { status: 401, detail: 'The token is not valid. Get a new one from its issuer.' },
  token_expired: { status: 401, detail: 'The token has expired. Get a new one from its issuer.' },
  token_revoked: {
    status: 401,
    detail:
      'The token was revoked. Sign in again to get a new one. The desk also refuses tokens that were issued up to a minute after that.',
  },
  role_not_allowed: {
    status: 403,
    detail:
      'The role of the token does not allow this call. Use a token with a role that the API reference lists for it.',
  },
  field_not_writable: {
    status: 403,
    detail:
      'The settings do not let this role set the custom field at `source.pointer`. Leave it out, or use a token of a role that GET /v1/fields lists for it.',
  },
  agent_mismatch: {
    status: 403,
    detail: 'X-Agent-ID names a different agent than the token. Leave it out, or send your own id or email.',
  },
  agent_removed: {
    status: 403,
    detail:
      'The agent was removed from this workspace. Ask a supervisor to add it again with PUT /v1/agents/{agentID}.',
  },
  ticket_of_another_agent: {
    status: 403,
    detail: 'The ticket is not assigned to the agent that X-Agent-ID names. Get the ticket to see its agent.',
  },
  workspace_unknown: {
    status: 403,
    detail: 'This server does not serve the workspace of the token. Check the claim `workspace`.',
  },
  route_not_found: {
    status: 404,
    detail: 'No endpoint has this path. Check the path against GET /openapi.json.',
  },
  agent_not_found: {
    status: 404,
    detail:
      'No agent has this id or email. Create your own record with PUT /v1/online, or any record with PUT /v1/agents/{agentID}.',
  },
  ticket_not_found: {
    status: 404,
    detail: 'You have no ticket with this id. It may have been reassigned; reload your tickets.',
  },
  customer_not_found: {
    status: 404,
    detail:
      'You have no ticket of a customer with this id. An agent sees a customer’s tickets while it has one of them; reload your tickets.',
  },
  room_not_found: {
    status: 404,
    detail: 'You have no room with this id. Its ticket may have been reassigned; reload your tickets.',
  },
  settings_version_not_found: {
    status: 404,
    detail:
      'The desk does not store this version of the settings. GET /v1/settings/versions lists those that it stores.',
  },
  method_not_allowed: {
    status: 405,
    detail: 'The endpoint does not support this method. Use one that the Allow header lists.',
  },
  request_timeout: {
    status: 408,
    detail: 'The request did not arrive in time. Send it again, faster.',
  },
  transition_not_allowed: {
    status: 409,
    detail:
      'The current status of the ticket does not allow this. `meta` has the status and the statuses that can follow it.',
  },
  agent_archived: {
    status: 409,
    detail:
      'The agent is archived and can have no other status than offline. A supervisor can bring it back with POST /v1/agents/{agentID}/unarchive.',
  },
  ticket_exists: {
    status: 409,
    detail:
      'The customer already has an open ticket for this entity and order. Change or close that ticket first.',
  },
  ticket_picked: {
    status: 409,
    detail: 'The agent has already picked the ticket. Transfer or escalate it instead of declining it.',
  },
  agent_cannot_receive: {
    status: 409,
    detail:
      'The agent cannot receive tickets: its status is not routable, it is not connected, or it is at capacity. Choose another agent or a queue.',
  },
  queue_closed: {
    status: 409,
    detail:
      'The queue takes no chats outside its opening hours. Try again at `meta.opensTimestamp`, when it opens next.',
  },
  room_closed: {
    status: 409,
    detail: 'The room is closed and takes no messages. You can still read its messages.',
  },
  closing_code_required: {
    status: 409,
    detail:
      'The queue of the ticket requires a closing code. Send one that `meta.closingCodes` lists with the close, or set it first with PUT /v1/tickets/{ticketID}/closingCode.',
  },
  too_many_tags: {
    status: 409,
    detail: 'The ticket would have more than 20 tags. Remove some of its tags first.',
  },
  auto_close_not_running: {
    status: 409,
    detail:
      'Auto-close is not running for this ticket, so there is nothing to extend. It runs only while the customer owes the reply.',
  },
  events_pruned: {
    status: 409,
    detail:
      'The events after this position are no longer stored. Reload your state, then continue from `meta.lowestAfter` or later.',
  },
  token_not_issued_here: {
    status: 409,
    detail:
      'This server only verifies tokens. Get a customer token with the claim `room` from your token issuer.',
  },
  version_mismatch: {
    status: 412,
    detail:
      'The resource has changed since the version in If-Match. Get it again, then decide whether to repeat the change.',
  },
  agent_id_taken: {
    status: 409,
    detail:
      'The id is the email of another agent, or differs from its id only in letter case. `meta.agentId` has that agent. Use a different id.',
  },
  email_taken: {
    status: 409,
    detail:
      'Another agent has this email, or has it as its id. `meta.agentId` has that agent. Use a different email, or change the other agent first.',
  },
  agent_has_tickets: {
    status: 409,
    detail:
      'The agent has open tickets. `meta.ticketIds` has up to 100 of them. Close or transfer them first.',
  },
  body_too_large: {
    status: 413,
    detail: 'The body is larger than 64 KiB, or than 4 MiB for the settings. Send a smaller body.',
  },
  content_type_unsupported: {
    status: 415,
    detail: 'The content type of the body is not JSON. Send `Content-Type: application/json`.',
  },
  idempotency_key_reused: {
    status: 422,
    detail: 'This Idempotency-Key was used with a different body. Use a new key for each new request.',
  },
  client_message_id_reused: {
    status: 422,
    detail:
      'This clientMessageId was used for a different message in the room. Use a new id for each message.',
  },
  upgrade_required: {
    status: 426,
    detail:
      'The live channel is a WebSocket. Connect with the subprotocols `chat-ticket.v1` and `bearer.<token>`.',
  },
  rate_limited: {
    status: 429,
    detail:
      'Too many requests: `meta.limit` names the limit that was reached. Try again after the seconds in Retry-After.',
  },
  headers_too_large: {
    status: 431,
    detail: 'The request line and headers are larger than 16 KiB. Send fewer or shorter headers.',
  },
  internal_error: {
    status: 500,
    detail: 'The server failed to process the request. Try again; if it keeps failing, report the `id`.',
  },
  database_unavailable: {
    status: 503,
    detail: 'The database is not available. Try again after the seconds in Retry-After.',
  },
  overloaded: {
    status: 503,
    detail:
      'The server has more requests than it can process, and did not start this one. Try again after the seconds in Retry-After.',
  },
  key_set_unavailable: {
    status: 503,
    detail:
      'The key set that verifies tokens is not available. Your token may be valid. Try again after the seconds in Retry-After.',
  },
  schema_outdated: {
    status: 503,
    detail: 'The database schema is out of date. Run `chat-ticket migrate`.',
  },
} as const satisfies Record<string, { status: ErrorStatus; detail: string }>;

/** The code of an error. It never changes its meaning: programs can rely on it. */
export type ErrorCode = keyof typeof errors;
