export * from './agent.ts';
export * from './board.ts';
export * from './error.ts';
export * from './event.ts';
export * from './health.ts';
export * from './history.ts';
export * from './identifier.ts';
export * from './message.ts';
export * from './room.ts';
export * from './live/live-close.ts';
export * from './live/live-event.ts';
export * from './live/live-frame.ts';
export * from './route/route.ts';
export { authErrors, basePath, bodyErrors, commonErrors } from './route/route-parts.ts';
export * from './route/routes.ts';
export * from './routing.ts';
export * from './settings/opening-hours.ts';
export * from './settings/queue-setting.ts';
export * from './settings/settings.ts';
export {
  CreateTicketParam,
  Customer,
  Metadata,
  Ticket,
  TicketList,
  TicketRecord,
  TicketStatus,
} from './ticket.ts';
export * from './ticket-change.ts';
export * from './token.ts';
