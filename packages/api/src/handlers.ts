import type { Routes } from '@chat-ticket/contract';
import { archiveAgent } from './agent/archive-agent.ts';
import { deleteAgent } from './agent/delete-agent.ts';
import { drainAgent } from './agent/drain-agent.ts';
import { getAgentInfo } from './agent/get-agent-info.ts';
import { getAgent } from './agent/get-agent.ts';
import { listAgents } from './agent/list-agents.ts';
import { listStatuses } from './agent/list-statuses.ts';
import { putAgent } from './agent/put-agent.ts';
import { setAgentStatus } from './agent/set-agent-status.ts';
import { setOffline, setOnline, setStatus } from './agent/set-status.ts';
import { unarchiveAgent } from './agent/unarchive-agent.ts';
import { getBoard } from './board/get-board.ts';
import { listEvents } from './event/list-events.ts';
import { changeFields } from './field/change-fields.ts';
import { listFields } from './field/list-fields.ts';
import { getHealth, getReadiness } from './health.ts';
import { getQueuePlace } from './queue/get-queue-place.ts';
import { getAgentReport } from './report/get-agent-report.ts';
import { getTicketReport } from './report/get-ticket-report.ts';
import { listAgentReportRows } from './report/list-agent-report-rows.ts';
import { listTicketReportRows } from './report/list-ticket-report-rows.ts';
import { closeRoom } from './room/close-room.ts';
import { getRoom } from './room/get-room.ts';
import { listMessages } from './room/list-messages.ts';
import { searchMessages } from './room/search-messages.ts';
import { sendMessage } from './room/send-message.ts';
import { setReadPosition } from './room/set-read-position.ts';
import type { Handler } from './route/handler.ts';
import { getTicketRouting } from './routing/get-ticket-routing.ts';
import { getSettings } from './settings/get-settings.ts';
import { listSettingsVersions } from './settings/list-settings-versions.ts';
import { putSettings } from './settings/put-settings.ts';
import { changeTags } from './tag/change-tags.ts';
import { listTags } from './tag/list-tags.ts';
import { escalateTicket, extendTicket, requeueTicket } from './ticket/change-ticket.ts';
import { closeTicket } from './ticket/close-ticket.ts';
import { listClosingCodes, setClosingCode } from './ticket/closing-code.ts';
import { createTicket } from './ticket/create-ticket.ts';
import { declineTicket } from './ticket/decline-ticket.ts';
import { getTicketHistory } from './ticket/get-ticket-history.ts';
import { getTicket } from './ticket/get-ticket.ts';
import { listCustomerTickets } from './ticket/list-customer-tickets.ts';
import { listTickets } from './ticket/list-tickets.ts';
import { searchTickets } from './ticket/search-tickets.ts';
import { setPickedTime } from './ticket/set-picked-time.ts';
import { setTicketStatus } from './ticket/set-ticket-status.ts';
import { transferTicket } from './ticket/transfer-ticket.ts';
import { createRoomToken } from './token/create-room-token.ts';
import { revokeTokens } from './token/revoke-tokens.ts';

/** The handler of each route in the contract’s table. */
export const handlers: { [Name in keyof Routes]: Handler<Routes[Name]> } = {
  getAgentInfo,
  listTickets,
  setOnline,
  setOffline,
  setStatus,
  closeRoom,
  setPickedTime,
  listStatuses,
  createTicket,
  searchTickets,
  listCustomerTickets,
  getTicket,
  closeTicket,
  listClosingCodes,
  listTags,
  changeTags,
  listFields,
  changeFields,
  setClosingCode,
  setTicketStatus,
  declineTicket,
  transferTicket,
  escalateTicket,
  requeueTicket,
  extendTicket,
  getRoom,
  sendMessage,
  listMessages,
  setReadPosition,
  createRoomToken,
  searchMessages,
  listEvents,
  getTicketHistory,
  getTicketRouting,
  getQueuePlace,
  listAgents,
  putAgent,
  getAgent,
  deleteAgent,
  archiveAgent,
  unarchiveAgent,
  setAgentStatus,
  drainAgent,
  getBoard,
  getTicketReport,
  listTicketReportRows,
  getAgentReport,
  listAgentReportRows,
  revokeTokens,
  getSettings,
  listSettingsVersions,
  putSettings,
  getHealth,
  getReadiness,
};
