import * as v from 'valibot';
import { Identifier, identifier } from '../scalar/identifier.ts';
import type { HeaderParameter } from './route.ts';

/** The path parameter of an agent. */
export const agentID = identifier('The agent’s id.', 'f4b8f8e5-365a-4ed1-a122-0f4ba1afef44');

/** The path parameter of a ticket. */
export const ticketID = identifier('The ticket’s id.', '888bd869-9398-40de-9c61-3238d6208cf5');

/** The path parameter of a room. */
export const roomID = identifier(
  'The room’s id: `metadata.roomId` of its ticket.',
  '888bd869-9398-40de-9c61-3238d6208cf5',
);

/** The path parameter of a customer. Customers with other ids are found by the `customerId` of GET /v1/tickets/search. */
export const customerID = identifier(
  'The customer’s id in the integrating system: `customer.id` of its tickets. For an id with other characters, such as a space or `/`, use the filter `customerId` of GET /v1/tickets/search.',
  'c-4711',
);

/** The header with the agent that a call acts for. */
export const actingAgent = {
  agentID: {
    header: 'X-Agent-ID',
    description:
      'The id or email of the agent to act for. A service must send it. An agent can leave it out, or send its own.',
    schema: v.pipe(Identifier, v.examples(['agent@foodpanda.com'])),
    errors: ['agent_required', 'agent_mismatch', 'agent_not_found'],
  },
} as const satisfies Record<string, HeaderParameter>;

const etag = String.raw`(?:W/)?"[\x21\x23-\x7e\x80-\xff]*"`;
/** `*` or a list of ETags (RFC 9110, 13.1.1). A list can have empty elements. */
const etagList = new RegExp(
  String.raw`^(?:\*|(?:[ \t]*,)*[ \t]*${etag}(?:[ \t]*,(?:[ \t]*${etag})?)*[ \t]*)$`,
);

/** The header with the version that a change expects. */
export const ifMatch = {
  ifMatch: {
    header: 'If-Match',
    description:
      'The ETag of the version to change, or several, separated by commas. If the resource has none of them any more, the desk responds with 412. `*` or left out: changes any version. `W/` before an ETag is ignored, because proxies that compress add it.',
    schema: v.pipe(
      v.string(),
      v.regex(etagList, 'must be `*` or ETags in double quotes, as the desk returned them'),
      v.examples(['"6e8bc430-9c3a-41d9-9669-0800200c9a66"']),
    ),
    errors: ['version_mismatch'],
  },
} as const satisfies Record<string, HeaderParameter>;

/** The header that makes the creation of a ticket repeatable. */
export const idempotencyKey = {
  idempotencyKey: {
    header: 'Idempotency-Key',
    description:
      'Makes the request safe to repeat for 24 hours or longer: 1 to 255 visible ASCII characters, a new key for each ticket.',
    schema: v.pipe(
      v.string(),
      v.regex(/^[\x21-\x7e]{1,255}$/, 'must be 1 to 255 visible ASCII characters, without spaces'),
      v.examples(['order-4711-chat-1']),
    ),
    errors: ['idempotency_key_reused'],
  },
} as const satisfies Record<string, HeaderParameter>;
