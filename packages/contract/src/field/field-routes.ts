import { basePath, deskRoles } from '../route/access.ts';
import { defineRoutes } from '../route/define-routes.ts';
import { ifMatch, ticketID } from '../route/parameters.ts';
import { TicketRecord } from '../ticket/ticket.ts';
import { ChangeFieldsParam, FieldList } from './field.ts';

/** Custom fields of tickets. */
export const fieldRoutes = defineRoutes({
  listFields: {
    method: 'GET',
    path: `${basePath}/v1/fields`,
    tag: 'ticket',
    summary: 'List the custom fields of the settings',
    access: deskRoles,
    responses: { 200: FieldList },
  },
  changeFields: {
    method: 'POST',
    path: `${basePath}/v1/tickets/{ticketID}/fields`,
    tag: 'ticket',
    summary: 'Set a ticket’s custom fields',
    description:
      'Sets and removes values. The ticket is matched to its queue again; an agent who has it keeps it. An agent can set fields of its own tickets until they are closed. Supervisors, admins and services can set those of every ticket. The settings say which roles may set which field.',
    access: deskRoles,
    idempotent: true,
    params: { ticketID },
    headers: ifMatch,
    body: ChangeFieldsParam,
    responses: { 200: TicketRecord },
    errors: ['ticket_not_found', 'field_not_writable', 'transition_not_allowed'],
  },
});
