import { agentRoutes } from './agent-routes.ts';
import { deskRoutes } from './desk-routes.ts';
import { roomRoutes } from './room-routes.ts';
import type { Route } from './route.ts';
import { systemRoutes } from './system-routes.ts';
import { ticketRoutes } from './ticket-routes.ts';

/** Every endpoint of the desk, by the name a client calls it. */
export const routes = {
  ...agentRoutes,
  ...ticketRoutes,
  ...roomRoutes,
  ...deskRoutes,
  ...systemRoutes,
} as const satisfies Record<string, Route>;

export type Routes = typeof routes;
export type RouteName = keyof Routes;
