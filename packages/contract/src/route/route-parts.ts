import * as v from 'valibot';
import type { ErrorCode } from '../error.ts';
import { Identifier } from '../identifier.ts';

/** Where the desk’s endpoints are mounted (seed: HOST). */
export const basePath = '/cs-chat-ticket';

/** Any route can answer these. */
export const commonErrors = [
  'internal_error',
  'database_unavailable',
] as const satisfies readonly ErrorCode[];

/** Any route that needs a token can answer these. */
export const authErrors = [
  'token_missing',
  'token_invalid',
  'token_expired',
  'token_revoked',
  'role_not_allowed',
  'workspace_unknown',
] as const satisfies readonly ErrorCode[];

/** Any route with a body can answer these. */
export const bodyErrors = [
  'body_not_json',
  'body_invalid',
  'body_too_deep',
  'text_malformed',
  'body_too_large',
  'content_type_unsupported',
] as const satisfies readonly ErrorCode[];

export const actingAgent = {
  agentID: {
    header: 'X-Agent-ID',
    description:
      'Id or email of the agent this is done for. An agent can leave it out; a service must send it.',
    schema: v.pipe(Identifier, v.examples(['agent@foodpanda.com'])),
  },
} as const;
export const actingAgentErrors = [
  'header_invalid',
  'agent_required',
  'agent_mismatch',
  'agent_not_found',
] as const;

export const ifMatch = {
  ifMatch: {
    header: 'If-Match',
    description:
      'The ETag of the version that this is meant for: refused with 412 when it has been changed since.',
    schema: v.pipe(
      v.string(),
      v.regex(/^"[\x21\x23-\x7e]{1,128}"$/, 'must be one ETag in double quotes, as it was answered'),
      v.examples(['"6e8bc430-9c3a-41d9-9669-0800200c9a66"']),
    ),
  },
} as const;

export const agentID = v.pipe(
  Identifier,
  v.description('Agent id.'),
  v.examples(['f4b8f8e5-365a-4ed1-a122-0f4ba1afef44']),
);
export const ticketID = v.pipe(
  Identifier,
  v.description('Ticket id.'),
  v.examples(['888bd869-9398-40de-9c61-3238d6208cf5']),
);
export const roomID = v.pipe(
  Identifier,
  v.description('Room id, as `metadata.roomId` of its ticket.'),
  v.examples(['888bd869-9398-40de-9c61-3238d6208cf5']),
);

export const deskRoles = ['agent', 'supervisor', 'admin', 'service'] as const;
export const keeperRoles = ['supervisor', 'admin', 'service'] as const;
