import { routes, type Route, type RouteName } from '@chat-ticket/contract';

/** The route table as rows, for the tests that hold for each of them. */
export const routeTable = Object.entries<Route>(routes).map(([name, route]) => ({
  name: name as RouteName,
  route,
}));

/** Path parameters that name nothing there is. */
export const unknownParams = () => ({
  ticketID: crypto.randomUUID(),
  roomID: crypto.randomUUID(),
  agentID: crypto.randomUUID(),
});
