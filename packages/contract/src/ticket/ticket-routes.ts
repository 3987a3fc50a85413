import { seqQuery } from '../scalar/query-number.ts';
import { basePath, deskRoles, supervisorRoles } from '../route/access.ts';
import { defineRoutes } from '../route/define-routes.ts';
import { pageQuery } from '../route/list.ts';
import { actingAgent, customerID, idempotencyKey, ifMatch, ticketID } from '../route/parameters.ts';
import { CloseTicketParam, ClosingCodeList, ClosingCodeParam } from './closing.ts';
import { History } from './history.ts';
import { CreateTicketParam, Ticket, TicketList, TicketRecord } from './ticket.ts';
import { ticketFilters, ticketOrder, TicketPage } from './ticket-search.ts';
import { NoteParam, TransferTicketParam, UpdateTicketStatusParam } from './ticket-change.ts';

/** What is done with a ticket, from intake until it is closed. */
export const ticketRoutes = defineRoutes({
  listTickets: {
    method: 'GET',
    path: `${basePath}/v1/tickets`,
    tag: 'agent',
    summary: 'Get agent tickets',
    description:
      'Returns the acting agent’s open tickets, oldest assignment first, wrap-up included. A supervisor or admin can name any agent in X-Agent-ID. GET /v1/tickets/search finds the tickets of all agents.',
    access: deskRoles,
    headers: actingAgent,
    responses: { 200: TicketList },
  },
  setPickedTime: {
    method: 'PUT',
    path: `${basePath}/v1/tickets/{ticketID}/pickedTime`,
    tag: 'ticket',
    summary: 'Update picked time',
    description: 'The acting agent picks the ticket. Picking it again keeps the first time.',
    access: deskRoles,
    params: { ticketID },
    headers: actingAgent,
    responses: { 200: Ticket },
    errors: ['ticket_not_found', 'ticket_of_another_agent', 'transition_not_allowed'],
  },
  createTicket: {
    method: 'POST',
    path: `${basePath}/v1/tickets`,
    tag: 'ticket',
    summary: 'Create a ticket',
    description:
      'Creates a ticket for a customer’s chat and assigns it at once if an agent can take it. 201: the ticket is new. 200: the customer already has an open ticket for the same entity and order, which is returned. A request that is repeated with its Idempotency-Key gets the status of the first response and the ticket as it is now.',
    access: ['service'],
    headers: idempotencyKey,
    body: CreateTicketParam,
    responses: { 201: TicketRecord, 200: TicketRecord },
    errors: ['queue_closed', 'field_not_writable'],
  },
  searchTickets: {
    method: 'GET',
    path: `${basePath}/v1/tickets/search`,
    tag: 'ticket',
    summary: 'Search tickets',
    description:
      'Returns the tickets that pass all filters. An agent gets only tickets that it has or has picked. A page looks at 1,000 tickets at most, so that a filter can make it short: it is the last page only if it has no `nextCursor`.',
    access: deskRoles,
    list: 'tickets',
    query: {
      ...ticketFilters,
      order: ticketOrder,
      ...pageQuery(
        'WyJuZXdlc3RDbG9zZSIsMTU3MjQ5OTk5OTEyMywiZjRiOGY4ZTUtMzY1YS00ZWQxLWExMjItMGY0YmExYWZlZjQ0Il0',
      ),
    },
    responses: { 200: TicketPage },
  },
  listCustomerTickets: {
    method: 'GET',
    path: `${basePath}/v1/customers/{customerID}/tickets`,
    tag: 'ticket',
    summary: 'List a customer’s tickets',
    description:
      'Returns the tickets of the customer, open and closed, the newest first. An agent gets them while it has one of them, and can then read the messages of all of them.',
    access: deskRoles,
    list: 'tickets',
    params: { customerID },
    query: pageQuery('WyJuZXdlc3QiLDE1NzI0OTk5OTkxMjMsImY0YjhmOGU1LTM2NWEtNGVkMS1hMTIyLTBmNGJhMWFmZWY0NCJd'),
    responses: { 200: TicketPage },
    errors: ['customer_not_found'],
  },
  getTicket: {
    method: 'GET',
    path: `${basePath}/v1/tickets/{ticketID}`,
    tag: 'ticket',
    summary: 'Get a ticket',
    description: 'An agent can get its own tickets only.',
    access: deskRoles,
    params: { ticketID },
    responses: { 200: TicketRecord },
    errors: ['ticket_not_found'],
  },
  closeTicket: {
    method: 'POST',
    path: `${basePath}/v1/tickets/{ticketID}/close`,
    tag: 'ticket',
    summary: 'Close a ticket',
    description:
      'Closes the ticket and its room, and ends wrap-up. An agent can close its own tickets only. Closing a closed ticket returns it unchanged. A closing code is necessary only if the queue requires one and the ticket has none yet.',
    access: deskRoles,
    idempotent: true,
    params: { ticketID },
    headers: ifMatch,
    body: CloseTicketParam,
    responses: { 200: TicketRecord },
    errors: ['ticket_not_found', 'closing_code_required', 'closing_code_unknown'],
  },
  listClosingCodes: {
    method: 'GET',
    path: `${basePath}/v1/tickets/{ticketID}/closingCodes`,
    tag: 'ticket',
    summary: 'List a ticket’s closing codes',
    description:
      'Returns the closing codes that the ticket can get, and whether its queue requires one. An agent can list those of its own tickets only.',
    access: deskRoles,
    params: { ticketID },
    responses: { 200: ClosingCodeList },
    errors: ['ticket_not_found'],
  },
  setClosingCode: {
    method: 'PUT',
    path: `${basePath}/v1/tickets/{ticketID}/closingCode`,
    tag: 'ticket',
    summary: 'Set a ticket’s closing code',
    description:
      'Sets the closing code and the note, before the close or in wrap-up. An agent can set those of its own tickets until they are closed. Supervisors, admins and services can also correct a closed ticket. The same code and note again change nothing.',
    access: deskRoles,
    params: { ticketID },
    headers: ifMatch,
    body: ClosingCodeParam,
    responses: { 200: TicketRecord },
    errors: ['ticket_not_found', 'closing_code_unknown', 'transition_not_allowed'],
  },
  setTicketStatus: {
    method: 'PUT',
    path: `${basePath}/v1/tickets/{ticketID}/status`,
    tag: 'ticket',
    summary: 'Set a ticket’s status or fields',
    description:
      'WORKFLOW_PENDING holds a new ticket back from agents, and WORKFLOW_DONE releases it. ERROR takes the ticket from its agent until a person assigns it. A ticket that already has the status is returned unchanged.',
    access: ['service'],
    // A second ESCALATED goes one tier further, and a second REFUND_CREATED records another refund.
    idempotent: false,
    params: { ticketID },
    headers: ifMatch,
    body: UpdateTicketStatusParam,
    responses: { 200: TicketRecord },
    errors: [
      'ticket_not_found',
      'transition_not_allowed',
      'ticket_exists',
      'closing_code_required',
      'closing_code_unknown',
    ],
  },
  declineTicket: {
    method: 'POST',
    path: `${basePath}/v1/tickets/{ticketID}/decline`,
    tag: 'ticket',
    summary: 'Decline an offered ticket',
    description:
      'The ticket goes to another agent, or waits at its original place in the queue. It is offered to the same agent again only if nobody else can take it.',
    access: deskRoles,
    params: { ticketID },
    headers: actingAgent,
    body: NoteParam,
    responses: { 204: null },
    errors: ['ticket_not_found', 'ticket_of_another_agent', 'ticket_picked', 'transition_not_allowed'],
  },
  transferTicket: {
    method: 'POST',
    path: `${basePath}/v1/tickets/{ticketID}/transfer`,
    tag: 'ticket',
    summary: 'Transfer a ticket to an agent or a queue',
    description:
      'An agent can transfer its own tickets only. Supervisors, admins and services can transfer every open ticket, including one that waits. No pick timeout takes the ticket from the agent that a person chose. Transferring a ticket to the agent who has it changes nothing.',
    access: deskRoles,
    params: { ticketID },
    headers: ifMatch,
    body: TransferTicketParam,
    responses: { 200: TicketRecord },
    errors: [
      'ticket_not_found',
      'agent_not_found',
      'agent_cannot_receive',
      'queue_unknown',
      'transition_not_allowed',
    ],
  },
  escalateTicket: {
    method: 'POST',
    path: `${basePath}/v1/tickets/{ticketID}/escalate`,
    tag: 'ticket',
    summary: 'Escalate a ticket to the next tier',
    description:
      'The ticket waits for an agent with the skill `tier:2`, after a second escalation `tier:3`, and so on up to `tier:9`. An agent can escalate its own tickets only.',
    access: deskRoles,
    params: { ticketID },
    headers: ifMatch,
    body: NoteParam,
    responses: { 200: TicketRecord },
    errors: ['ticket_not_found', 'transition_not_allowed'],
  },
  requeueTicket: {
    method: 'POST',
    path: `${basePath}/v1/tickets/{ticketID}/requeue`,
    tag: 'ticket',
    summary: 'Return a ticket to the queue',
    description:
      'Takes the ticket from its agent. It waits at its original place in the queue and is offered to other agents first.',
    access: supervisorRoles,
    params: { ticketID },
    headers: ifMatch,
    body: NoteParam,
    responses: { 200: TicketRecord },
    errors: ['ticket_not_found', 'transition_not_allowed'],
  },
  extendTicket: {
    method: 'PUT',
    path: `${basePath}/v1/tickets/{ticketID}/extend`,
    tag: 'ticket',
    summary: 'Extend the time until auto-close',
    description:
      'Restarts the timers of the warning and the close. The customer is warned again before the close. An agent can extend its own tickets only.',
    access: deskRoles,
    params: { ticketID },
    headers: ifMatch,
    responses: { 200: TicketRecord },
    errors: ['ticket_not_found', 'auto_close_not_running'],
  },
  getTicketHistory: {
    method: 'GET',
    path: `${basePath}/v1/tickets/{ticketID}/history`,
    tag: 'ticket',
    summary: 'Get a ticket’s history',
    description:
      'Returns the events of the ticket, oldest first: all of them, unless they are larger than about 1 MiB. Agents can get the history only of tickets that they have.',
    access: deskRoles,
    params: { ticketID },
    query: { after: seqQuery('Only entries with a higher `seq`.') },
    responses: { 200: History },
    errors: ['ticket_not_found'],
  },
});
