import { routes, type Route, type RouteName } from '@chat-ticket/contract';

/** The route table as rows, for tests that run once for each route. */
export const routeTable = Object.entries<Route>(routes).map(([name, route]) => ({
  name: name as RouteName,
  route,
}));

/** Path parameters that name nothing that exists. */
export const unknownParams = () => ({
  ticketID: crypto.randomUUID(),
  roomID: crypto.randomUUID(),
  agentID: crypto.randomUUID(),
  customerID: crypto.randomUUID(),
});
