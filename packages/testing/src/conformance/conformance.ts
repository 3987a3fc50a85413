import { afterEach, beforeAll, describe } from 'vitest';
import { openDesk } from '../open-desk.ts';
import { resetDesk } from '../reset-desk.ts';
import type { Target } from '../test-client.ts';
import { actingAgent } from './agent/acting-agent.ts';
import { agentRecord } from './agent/agent-record.ts';
import { archiveAgent } from './agent/archive-agent.ts';
import { drainAgent } from './agent/drain-agent.ts';
import { getAgentInfo } from './agent/get-agent-info.ts';
import { joinRecord } from './agent/join-record.ts';
import { listAgents } from './agent/list-agents.ts';
import { listStatuses } from './agent/list-statuses.ts';
import { onlineAndOffline } from './agent/online-and-offline.ts';
import { setAgentStatus } from './agent/set-agent-status.ts';
import { setStatus } from './agent/set-status.ts';
import { getBoard } from './board/get-board.ts';
import { listEvents } from './event/list-events.ts';
import { health } from './health.ts';
import { listPages } from './list/list-pages.ts';
import { reports } from './report/reports.ts';
import { getQueuePlace } from './queue/get-queue-place.ts';
import { openingHours } from './queue/opening-hours.ts';
import { queues } from './queue/queues.ts';
import { bodyFormat } from './request/body-format.ts';
import { bodyJson } from './request/body-json.ts';
import { bodySchema } from './request/body-schema.ts';
import { documentedExamples } from './request/documented-examples.ts';
import { pathParameters } from './request/path-parameters.ts';
import { queryParameters } from './request/query-parameters.ts';
import { unknownRoutes } from './request/unknown-routes.ts';
import { autoClose } from './room/auto-close.ts';
import { closeRoom } from './room/close-room.ts';
import { customerVisibility } from './room/customer-visibility.ts';
import { getRoom } from './room/get-room.ts';
import { roomAccess } from './room/room-access.ts';
import { setReadPosition } from './room/set-read-position.ts';
import { listMessages } from './room/list-messages.ts';
import { messageSchema } from './room/message-schema.ts';
import { searchMessages } from './room/search-messages.ts';
import { searchTexts } from './room/search-texts.ts';
import { sendMessage } from './room/send-message.ts';
import { routeCoverage } from './route-coverage.ts';
import { deadlines } from './routing/deadlines.ts';
import { getTicketRouting } from './routing/get-ticket-routing.ts';
import { routing } from './routing/routing.ts';
import { strategies } from './routing/strategies.ts';
import { limits } from './settings/limits.ts';
import { settings } from './settings/settings.ts';
import { settingsVersions } from './settings/settings-versions.ts';
import { changeNote } from './ticket/change-note.ts';
import { closeTicket } from './ticket/close-ticket.ts';
import { ticketTags } from './ticket/ticket-tags.ts';
import { ticketFields } from './ticket/ticket-fields.ts';
import { closingCode } from './ticket/closing-code.ts';
import { createTicket } from './ticket/create-ticket.ts';
import { declineTicket } from './ticket/decline-ticket.ts';
import { escalateTicket } from './ticket/escalate-ticket.ts';
import { extendTicket } from './ticket/extend-ticket.ts';
import { getTicketHistory } from './ticket/get-ticket-history.ts';
import { getTicket } from './ticket/get-ticket.ts';
import { idempotencyKey } from './ticket/idempotency-key.ts';
import { listCustomerTickets } from './ticket/list-customer-tickets.ts';
import { listTickets } from './ticket/list-tickets.ts';
import { requeueTicket } from './ticket/requeue-ticket.ts';
import { searchTickets } from './ticket/search-tickets.ts';
import { setPickedTime } from './ticket/set-picked-time.ts';
import { setTicketStatus } from './ticket/set-ticket-status.ts';
import { ticketAccess } from './ticket/ticket-access.ts';
import { ticketVersion } from './ticket/ticket-version.ts';
import { transferTicket } from './ticket/transfer-ticket.ts';
import { updateFields } from './ticket/update-fields.ts';
import { bearerToken } from './token/bearer-token.ts';
import { createRoomToken } from './token/create-room-token.ts';
import { hiddenResources } from './token/hidden-resources.ts';
import { revokeTokens } from './token/revoke-tokens.ts';
import { roleAccess } from './token/role-access.ts';

/** In an order that suits a reader. `routeCoverage` must come last: it reads what the others caused. */
const suites = [
  health,
  listStatuses,
  getAgentInfo,
  onlineAndOffline,
  setStatus,
  actingAgent,
  listTickets,
  getTicket,
  setPickedTime,
  closeRoom,
  closeTicket,
  closingCode,
  ticketTags,
  ticketFields,
  setTicketStatus,
  updateFields,
  declineTicket,
  transferTicket,
  escalateTicket,
  requeueTicket,
  changeNote,
  ticketVersion,
  ticketAccess,
  createTicket,
  idempotencyKey,
  routing,
  strategies,
  queues,
  openingHours,
  deadlines,
  getTicketHistory,
  getTicketRouting,
  getQueuePlace,
  getBoard,
  reports,
  settings,
  settingsVersions,
  limits,
  getRoom,
  customerVisibility,
  setReadPosition,
  roomAccess,
  sendMessage,
  listMessages,
  messageSchema,
  createRoomToken,
  searchMessages,
  searchTexts,
  autoClose,
  extendTicket,
  listEvents,
  queryParameters,
  listPages,
  listAgents,
  searchTickets,
  listCustomerTickets,
  agentRecord,
  joinRecord,
  setAgentStatus,
  drainAgent,
  archiveAgent,
  bearerToken,
  revokeTokens,
  roleAccess,
  hiddenResources,
  bodyFormat,
  bodyJson,
  bodySchema,
  pathParameters,
  unknownRoutes,
  documentedExamples,
  routeCoverage,
];

/**
 * Declares the tests that a desk passes on every runtime. They use HTTP only. Call it in a vitest file; the desk may
 * start in a `beforeAll` there, because `target` is read when the tests run. No one else may use the desk at the
 * same time: every agent is set offline and every waiting ticket is closed.
 */
export const conformance = (target: Target) =>
  describe('conformance', () => {
    const desk = openDesk(target);
    beforeAll(() => resetDesk(desk));
    afterEach(desk.cleanUp);
    for (const suite of suites) suite(desk);
  });
