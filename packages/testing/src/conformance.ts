import { afterEach, beforeAll, describe } from 'vitest';
import type { Target } from './caller.ts';
import { actingAgent } from './conformance/acting-agent.ts';
import { agentInfo } from './conformance/agent-info.ts';
import { agentStatus } from './conformance/agent-status.ts';
import { agents } from './conformance/agents.ts';
import { auth } from './conformance/auth.ts';
import { badBodies } from './conformance/bad-bodies.ts';
import { badFields } from './conformance/bad-fields.ts';
import { badIdentifiers } from './conformance/bad-identifiers.ts';
import { badJson } from './conformance/bad-json.ts';
import { board } from './conformance/board.ts';
import { closeTicket } from './conformance/close-ticket.ts';
import { concurrency } from './conformance/concurrency.ts';
import { deadlines } from './conformance/deadlines.ts';
import { declineTicket } from './conformance/decline-ticket.ts';
import { drainAgent } from './conformance/drain-agent.ts';
import { escalateTicket } from './conformance/escalate-ticket.ts';
import { foreignTickets } from './conformance/foreign-tickets.ts';
import { health } from './conformance/health.ts';
import { history } from './conformance/history.ts';
import { idempotency } from './conformance/idempotency.ts';
import { intake } from './conformance/intake.ts';
import { notes } from './conformance/notes.ts';
import { online } from './conformance/online.ts';
import { openingHours } from './conformance/opening-hours.ts';
import { pickedTime } from './conformance/picked-time.ts';
import { queues } from './conformance/queues.ts';
import { requeueTicket } from './conformance/requeue-ticket.ts';
import { queuePlace } from './conformance/queue-place.ts';
import { roles } from './conformance/roles.ts';
import { rooms } from './conformance/rooms.ts';
import { routesExercised } from './conformance/routes-exercised.ts';
import { routing } from './conformance/routing.ts';
import { routingExplained } from './conformance/routing-explained.ts';
import { settings } from './conformance/settings.ts';
import { status } from './conformance/status.ts';
import { statuses } from './conformance/statuses.ts';
import { strategies } from './conformance/strategies.ts';
import { ticketRecord } from './conformance/ticket-record.ts';
import { ticketStatus } from './conformance/ticket-status.ts';
import { tickets } from './conformance/tickets.ts';
import { transferTicket } from './conformance/transfer-ticket.ts';
import { unknownRoutes } from './conformance/unknown-routes.ts';
import { autoClose } from './conformance/auto-close.ts';
import { badMessages } from './conformance/bad-messages.ts';
import { events } from './conformance/events.ts';
import { messagePages } from './conformance/message-pages.ts';
import { messageSearch } from './conformance/message-search.ts';
import { messages } from './conformance/messages.ts';
import { queryParameters } from './conformance/query-parameters.ts';
import { roomRecord } from './conformance/room-record.ts';
import { revokeTokens } from './conformance/revoke-tokens.ts';
import { roomToken } from './conformance/room-token.ts';
import { updateField } from './conformance/update-field.ts';
import { createDesk } from './desk.ts';
import { drain } from './drain.ts';

/** In the order of reading; the last looks back at what the others did. */
const suites = [
  health,
  statuses,
  agentInfo,
  online,
  status,
  actingAgent,
  tickets,
  ticketRecord,
  pickedTime,
  rooms,
  closeTicket,
  ticketStatus,
  updateField,
  declineTicket,
  transferTicket,
  escalateTicket,
  requeueTicket,
  notes,
  concurrency,
  foreignTickets,
  intake,
  idempotency,
  routing,
  strategies,
  queues,
  openingHours,
  deadlines,
  history,
  routingExplained,
  queuePlace,
  board,
  settings,
  roomRecord,
  messages,
  messagePages,
  badMessages,
  roomToken,
  messageSearch,
  autoClose,
  events,
  queryParameters,
  agents,
  agentStatus,
  drainAgent,
  auth,
  revokeTokens,
  roles,
  badBodies,
  badJson,
  badFields,
  badIdentifiers,
  unknownRoutes,
  routesExercised,
];

/**
 * Declares the tests that a desk passes on every runtime, black box over HTTP. Call it in a vitest file; the
 * desk may be started in a `beforeAll` there, since `target` is read when the tests run.
 * Nobody else may use the desk meanwhile: its agents are set offline and its waiting tickets closed.
 */
export const conformance = (target: Target) =>
  describe('conformance', () => {
    const desk = createDesk(target);
    beforeAll(() => drain(desk));
    afterEach(desk.release);
    for (const suite of suites) suite(desk);
  });
