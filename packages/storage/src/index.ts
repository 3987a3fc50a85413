// The database port, and what uses it.
export {
  type BoundStatement,
  type Database,
  type DatabaseFault,
  databaseFaults,
  DatabaseUnavailable,
  type Result,
} from './database.ts';
export type { Command, Query } from './command/command.ts';
export type { CommandContext } from './command/command-context.ts';
export { send, type Send, sendTo } from './command/send.ts';
export { checkWrite } from './workspace/check-write.ts';
export { ofWorkspace, WorkspaceMismatch, WorkspaceUnknown } from './workspace/of-workspace.ts';
export { publishing } from './event/publishing.ts';
export { refusingRevoked, type Token, TokenRevoked } from './token/refusing-revoked.ts';
export { isCurrent, migrate, MigrationMismatch } from './migration/migrate.ts';
export { backfillFactBatch } from './migration/backfill-facts.ts';
export { closeGap } from './sweep/close-gap.ts';
export { sweep } from './sweep/sweep.ts';

// Rows.
export type { AgentRow } from './rows/agent-row.ts';
export type { EventRow, PublishedEvent } from './rows/event-row.ts';
export type { MessageRow } from './rows/message-row.ts';
export type { ReadRoomRow, RoomRow } from './rows/room-row.ts';
export type { TicketRow } from './rows/ticket-row.ts';
export type { ActingAgentParams } from './sql/acting-agent.ts';

// Commands and queries, by noun.
export { archiveAgent } from './agent/archive-agent.ts';
export { deleteAgent } from './agent/delete-agent.ts';
export { drainAgent } from './agent/drain-agent.ts';
export { getAgent } from './agent/get-agent.ts';
export { type AgentPlace, listAgents, type ListedAgentRow } from './agent/list-agents.ts';
export { listStatuses } from './agent/list-statuses.ts';
export { type AgentRecord, putAgents } from './agent/put-agents.ts';
export { renewLease } from './agent/renew-lease.ts';
export { type Lease, renewLeases } from './agent/renew-leases.ts';
export { type NewAgent, setAgentStatus } from './agent/set-agent-status.ts';
export { unarchiveAgent } from './agent/unarchive-agent.ts';

export { type BoardRows, getBoard } from './board/get-board.ts';

export { hasEvents } from './event/has-events.ts';
export { listEvents } from './event/list-events.ts';
export {
  type EventLogBounds,
  getEventLogBounds,
  readEventLog,
  findCustomerPosition,
  getRoomEnd,
  readRoomEventLog,
  type RoomEnd,
} from './event/read-event-log.ts';

export { getQueuePlace, type QueuePlaceRow } from './queue/get-queue-place.ts';
export { getQueuePlaces } from './queue/get-queue-places.ts';

export { type AgentReportRow, getAgentReport } from './report/get-agent-report.ts';
export { getTicketReport, maxGroups, type TicketReportRow } from './report/get-ticket-report.ts';

export type { Buckets } from './report/report-bounds.ts';
export { listStatusTimes, type StatusTimeRow } from './report/list-status-times.ts';
export { listTicketFacts, type TicketFactRow } from './report/list-ticket-facts.ts';
export { listTicketSamples, type TicketSampleRow } from './report/list-ticket-samples.ts';

export { closeRoom } from './room/close-room.ts';
export { getRoom } from './room/get-room.ts';
export { getRoomParties } from './room/get-room-parties.ts';
export { listMessages, listMessagesForCustomer } from './room/list-messages.ts';
export { type FoundMessage, searchMessages } from './room/search-messages.ts';
export { sendMessage } from './room/send-message.ts';
export { setReadPosition } from './room/set-read-position.ts';

export { getTicketRouting } from './routing/get-ticket-routing.ts';

export { getSettingsVersion } from './settings/get-settings-version.ts';
export { listSettingsVersions } from './settings/list-settings-versions.ts';
export type { SettingsVersionRow } from './rows/settings-version-row.ts';
export { getSettings } from './settings/get-settings.ts';
export { readingLimits } from './settings/reading-limits.ts';
export { putSettings } from './settings/put-settings.ts';

export { getDue } from './sweep/get-due.ts';
export { getServedUntil } from './sweep/get-served-until.ts';
export { moveDeadlines, moveMoreDeadlines } from './sweep/move-deadlines.ts';
export { recordServed } from './sweep/record-served.ts';
export { putQueueHours } from './sweep/extend-hours.ts';
export { getUnindexed, indexBatch } from './sweep/index-messages.ts';
export { placeTickets } from './sweep/place-tickets.ts';
export { pruneEventBatch } from './sweep/prune-events.ts';
export { sweepBatch } from './sweep/sweep-batch.ts';

export { changeFields } from './ticket/change-fields.ts';
export { changeTags } from './ticket/change-tags.ts';
export { closeTicket } from './ticket/close-ticket.ts';
export { createTicket } from './ticket/create-ticket.ts';
export { declineTicket } from './ticket/decline-ticket.ts';
export { escalateTicket } from './ticket/escalate-ticket.ts';
export { extendTicket } from './ticket/extend-ticket.ts';
export { getTicket } from './ticket/get-ticket.ts';
export { getTicketHistory } from './ticket/get-ticket-history.ts';
export { type ClosingCodes, listClosingCodes } from './ticket/list-closing-codes.ts';
export { listCustomerTickets } from './ticket/list-customer-tickets.ts';
export { listTickets } from './ticket/list-tickets.ts';
export { recordRefund } from './ticket/record-refund.ts';
export { requeueTicket } from './ticket/requeue-ticket.ts';
export {
  type FoundTicketRow,
  searchTickets,
  type TicketPlace,
  ticketSearch,
} from './ticket/search-tickets.ts';
export { setClosingCode } from './ticket/set-closing-code.ts';
export { setPickedTime } from './ticket/set-picked-time.ts';
export { setTicketStatus } from './ticket/set-ticket-status.ts';
export type { TicketChange, TicketChangeOutcome } from './ticket/ticket-change.ts';
export { transferToAgent, transferToQueue } from './ticket/transfer-ticket.ts';
export { type TicketFields, updateTicket } from './ticket/update-ticket.ts';

export { findRevokedTokens } from './token/find-revoked-tokens.ts';
export { revokeTokens } from './token/revoke-tokens.ts';
