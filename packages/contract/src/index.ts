export * from './agent/agent.ts';
export { agentFilters, AgentPage, ListedAgent } from './agent/agent-list.ts';
export { AgentStatusInfo, AgentStatusList, UpdateAgentStatusParam } from './agent/agent-status.ts';
export * from './board/board.ts';
export * from './error/error.ts';
export * from './error/error-document.ts';
export { issueMessage } from './error/issue-message.ts';
export * from './event/event.ts';
export { ChangeFieldsParam, FieldList } from './field/field.ts';
export * from './live/live-close.ts';
export * from './live/live-event.ts';
export * from './live/live-frame.ts';
export * from './queue/queue-place.ts';
export {
  agentGroups,
  AgentFigures,
  AgentReport,
  AgentReportPage,
  AgentReportRow,
} from './report/agent-report.ts';
export { rangeQuery, reportFilters } from './report/report-range.ts';
export * from './report/ticket-report.ts';
export * from './room/message.ts';
export * from './room/room.ts';
export { isSearchable } from './room/is-searchable.ts';
export { basePath } from './route/access.ts';
export type * from './route/route.ts';
export * from './route/route-errors.ts';
export * from './routes.ts';
export * from './routing/routing-explanation.ts';
export { reasonKey, topicKey } from './scalar/contact-reason.ts';
export { Identifier } from './scalar/identifier.ts';
export { languageCode, toLanguage } from './scalar/language.ts';
export { hasVisibleText } from './scalar/visible-text.ts';
export { toTag } from './scalar/tag.ts';
export { Timestamp, UtcTime } from './scalar/timestamp.ts';
export * from './settings/closing-code-setting.ts';
export * from './settings/diff-settings.ts';
export * from './settings/field-setting.ts';
export * from './settings/limits.ts';
export * from './settings/opening-hours.ts';
export * from './settings/queue-setting.ts';
export * from './settings/settings.ts';
export * from './settings/settings-version.ts';
export * from './system/health.ts';
export { CloseTicketParam, ClosingCodeList, ClosingCodeParam } from './ticket/closing.ts';
export { ChangeTagsParam, maxTags, TagList } from './tag/tag.ts';
export {
  CreateTicketParam,
  Customer,
  Metadata,
  Ticket,
  TicketList,
  TicketRecord,
  TicketStatus,
} from './ticket/ticket.ts';
export { FoundTicket, ticketFilters, ticketOrders, TicketPage } from './ticket/ticket-search.ts';
export * from './ticket/history.ts';
export * from './ticket/ticket-change.ts';
export * from './token/room-token.ts';
export * from './token/token.ts';
export * from './visibility/customer-visibility.ts';
