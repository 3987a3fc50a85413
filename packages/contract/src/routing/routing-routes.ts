import { basePath, supervisorRoles } from '../route/access.ts';
import { defineRoutes } from '../route/define-routes.ts';
import { ticketID } from '../route/parameters.ts';
import { RoutingExplanation } from './routing-explanation.ts';

/** The explanation of routing decisions. */
export const routingRoutes = defineRoutes({
  getTicketRouting: {
    method: 'GET',
    path: `${basePath}/v1/tickets/{ticketID}/routing`,
    tag: 'ticket',
    summary: 'Explain a ticket’s routing',
    description: 'Returns why the ticket waits or has its agent, and what happens next.',
    access: supervisorRoles,
    params: { ticketID },
    responses: { 200: RoutingExplanation },
    errors: ['ticket_not_found'],
  },
});
