import { basePath, deskRoles } from '../route/access.ts';
import { defineRoutes } from '../route/define-routes.ts';
import { ifMatch, ticketID } from '../route/parameters.ts';
import { TicketRecord } from '../ticket/ticket.ts';
import { ChangeTagsParam, TagList } from './tag.ts';

/** Tags: words that people put on tickets. */
export const tagRoutes = defineRoutes({
  listTags: {
    method: 'GET',
    path: `${basePath}/v1/tags`,
    tag: 'ticket',
    summary: 'List the tags of the settings',
    access: deskRoles,
    responses: { 200: TagList },
  },
  changeTags: {
    method: 'POST',
    path: `${basePath}/v1/tickets/{ticketID}/tags`,
    tag: 'ticket',
    summary: 'Set and remove a ticket’s tags',
    description:
      'An agent can change the tags of its own tickets until they are closed. Supervisors, admins and services can change those of every ticket. A change that leaves the tags as they are returns the ticket unchanged.',
    access: deskRoles,
    idempotent: true,
    params: { ticketID },
    headers: ifMatch,
    body: ChangeTagsParam,
    responses: { 200: TicketRecord },
    errors: ['ticket_not_found', 'tag_not_listed', 'too_many_tags', 'transition_not_allowed'],
  },
});
