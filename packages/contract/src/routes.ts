import { agentRoutes } from './agent/agent-routes.ts';
import { boardRoutes } from './board/board-routes.ts';
import { fieldRoutes } from './field/field-routes.ts';
import { eventRoutes } from './event/event-routes.ts';
import { queueRoutes } from './queue/queue-routes.ts';
import { reportRoutes } from './report/report-routes.ts';
import { roomRoutes } from './room/room-routes.ts';
import type { Route } from './route/route.ts';
import { routingRoutes } from './routing/routing-routes.ts';
import { settingsRoutes } from './settings/settings-routes.ts';
import { systemRoutes } from './system/system-routes.ts';
import { tagRoutes } from './tag/tag-routes.ts';
import { ticketRoutes } from './ticket/ticket-routes.ts';
import { tokenRoutes } from './token/token-routes.ts';

/**
 * Every route of the desk, by its name. The client has a method of the same name for each.
 * @example
 * const { method, path } = routes.setPickedTime;
 * // PUT /cs-chat-ticket/v1/tickets/{ticketID}/pickedTime
 */
export const routes = {
  ...agentRoutes,
  ...ticketRoutes,
  ...tagRoutes,
  ...fieldRoutes,
  ...routingRoutes,
  ...roomRoutes,
  ...queueRoutes,
  ...tokenRoutes,
  ...boardRoutes,
  ...reportRoutes,
  ...settingsRoutes,
  ...eventRoutes,
  ...systemRoutes,
} as const satisfies Record<string, Route>;

/** The type of the route table. */
export type Routes = typeof routes;

/** The name of a route, which is also the name of the client’s method. */
export type RouteName = keyof Routes;

/** The name of a route that is a list: its response is a page of items, and `nextCursor` leads to the next page. */
export type ListName = {
  [Name in RouteName]: Routes[Name] extends { readonly list: string } ? Name : never;
}[RouteName];
