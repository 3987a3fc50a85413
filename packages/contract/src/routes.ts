import * as v from 'valibot';
import {
  Agent,
  AgentInfo,
  AgentStatusInfo,
  AgentStatusList,
  PutAgentParam,
  UpdateAgentStatusParam,
} from './agent.ts';
import type { ErrorCode } from './error.ts';
import { Health, Readiness } from './health.ts';
import { Identifier } from './identifier.ts';
import type { Route } from './route.ts';
import { CreateTicketParam, Ticket, TicketList, TicketRecord } from './ticket.ts';

/** Where the desk’s endpoints are mounted (seed: HOST). */
export const basePath = '/cs-chat-ticket';

/** Any route can answer these. */
export const commonErrors = [
  'internal_error',
  'database_unavailable',
] as const satisfies readonly ErrorCode[];

/** Any route that needs a token can answer these. */
export const authErrors = [
  'token_missing',
  'token_invalid',
  'token_expired',
  'role_not_allowed',
  'workspace_unknown',
] as const satisfies readonly ErrorCode[];

/** Any route with a body can answer these. */
export const bodyErrors = [
  'body_not_json',
  'body_invalid',
  'body_too_deep',
  'text_malformed',
  'body_too_large',
  'content_type_unsupported',
] as const satisfies readonly ErrorCode[];

const actingAgent = {
  agentID: {
    header: 'X-Agent-ID',
    description:
      'Id or email of the agent this is done for. An agent can leave it out; a service must send it.',
    schema: v.pipe(Identifier, v.examples(['agent@foodpanda.com'])),
  },
} as const;
const actingAgentErrors = ['header_invalid', 'agent_required', 'agent_mismatch', 'agent_not_found'] as const;

const agentID = v.pipe(
  Identifier,
  v.description('Agent id.'),
  v.examples(['f4b8f8e5-365a-4ed1-a122-0f4ba1afef44']),
);
const ticketID = v.pipe(
  Identifier,
  v.description('Ticket id.'),
  v.examples(['888bd869-9398-40de-9c61-3238d6208cf5']),
);
const roomID = v.pipe(
  Identifier,
  v.description('Room id, as `metadata.roomId` of its ticket.'),
  v.examples(['888bd869-9398-40de-9c61-3238d6208cf5']),
);

const deskRoles = ['agent', 'supervisor', 'admin', 'service'] as const;
const keeperRoles = ['supervisor', 'admin', 'service'] as const;

/** Every endpoint of the desk, by the name a client calls it. */
export const routes = {
  getAgentInfo: {
    method: 'GET',
    path: `${basePath}/v1/info`,
    tag: 'agent',
    summary: 'Get agent information',
    access: deskRoles,
    params: {},
    headers: actingAgent,
    body: null,
    responses: { 200: AgentInfo },
    errors: actingAgentErrors,
  },
  listTickets: {
    method: 'GET',
    path: `${basePath}/v1/tickets`,
    tag: 'agent',
    summary: 'Get agent tickets',
    description: 'The agent’s open tickets, oldest assignment first.',
    access: deskRoles,
    params: {},
    headers: actingAgent,
    body: null,
    responses: { 200: TicketList },
    errors: actingAgentErrors,
  },
  setOnline: {
    method: 'PUT',
    path: `${basePath}/v1/online`,
    tag: 'agent',
    summary: 'Set agent to online',
    description: 'Begins to receive tickets. An agent’s first call makes its record from the token’s claims.',
    access: deskRoles,
    params: {},
    headers: actingAgent,
    body: null,
    responses: { 200: AgentStatusInfo },
    errors: [...actingAgentErrors, 'email_taken'],
  },
  setOffline: {
    method: 'PUT',
    path: `${basePath}/v1/offline`,
    tag: 'agent',
    summary: 'Set agent to offline',
    description: 'Stops receiving tickets; those the agent has stay.',
    access: deskRoles,
    params: {},
    headers: actingAgent,
    body: null,
    responses: { 200: AgentStatusInfo },
    errors: actingAgentErrors,
  },
  setStatus: {
    method: 'PUT',
    path: `${basePath}/v1/status`,
    tag: 'agent',
    summary: 'Update agent status',
    description: 'Sets any status of GET /v1/statuses. An agent’s first call makes its record.',
    access: deskRoles,
    params: {},
    headers: actingAgent,
    body: UpdateAgentStatusParam,
    responses: { 200: AgentStatusInfo },
    errors: [...actingAgentErrors, ...bodyErrors, 'status_unknown', 'email_taken'],
  },
  listStatuses: {
    method: 'GET',
    path: `${basePath}/v1/statuses`,
    tag: 'agent',
    summary: 'List the statuses an agent can take',
    access: deskRoles,
    params: {},
    headers: {},
    body: null,
    responses: { 200: AgentStatusList },
    errors: [],
  },
  closeRoom: {
    method: 'DELETE',
    path: `${basePath}/v1/rooms/{roomID}`,
    tag: 'room',
    summary: 'Close room',
    description:
      'Closes the chat room; its ticket goes to wrap-up (CHAT_CLOSED) and stays with the agent. Closing again answers the same.',
    access: deskRoles,
    params: { roomID },
    headers: actingAgent,
    body: null,
    responses: { 200: Ticket },
    errors: [...actingAgentErrors, 'parameter_invalid', 'room_not_found', 'ticket_of_another_agent'],
  },
  setPickedTime: {
    method: 'PUT',
    path: `${basePath}/v1/tickets/{ticketID}/pickedTime`,
    tag: 'ticket',
    summary: 'Update picked time',
    description: 'The agent has picked the ticket. Picking again keeps the first time.',
    access: deskRoles,
    params: { ticketID },
    headers: actingAgent,
    body: null,
    responses: { 200: Ticket },
    errors: [
      ...actingAgentErrors,
      'parameter_invalid',
      'ticket_not_found',
      'ticket_of_another_agent',
      'transition_not_allowed',
    ],
  },
  createTicket: {
    method: 'POST',
    path: `${basePath}/v1/tickets`,
    tag: 'ticket',
    summary: 'Take a chat in as a ticket',
    description:
      '201: taken in, and assigned at once where an agent has room. 200: this customer already has an open ticket for the same entity and order; it is the answer. With an Idempotency-Key, which is kept for at least 24 hours, a repeated request answers as the first did, with the ticket as it is now.',
    access: ['service'],
    params: {},
    headers: {
      idempotencyKey: {
        header: 'Idempotency-Key',
        description:
          'Makes the request safe to repeat: 1 to 255 visible ASCII characters, new for each ticket.',
        schema: v.pipe(v.string(), v.regex(/^[\x21-\x7e]{1,255}$/), v.examples(['order-4711-chat-1'])),
      },
    },
    body: CreateTicketParam,
    responses: { 201: TicketRecord, 200: TicketRecord },
    errors: [...bodyErrors, 'header_invalid', 'idempotency_key_reused'],
  },
  getTicket: {
    method: 'GET',
    path: `${basePath}/v1/tickets/{ticketID}`,
    tag: 'ticket',
    summary: 'Get a ticket',
    description: 'An agent gets its own tickets only.',
    access: deskRoles,
    params: { ticketID },
    headers: {},
    body: null,
    responses: { 200: TicketRecord },
    errors: ['parameter_invalid', 'ticket_not_found'],
  },
  closeTicket: {
    method: 'POST',
    path: `${basePath}/v1/tickets/{ticketID}/close`,
    tag: 'ticket',
    summary: 'Close a ticket',
    description:
      'Ends the ticket, its room and its wrap-up. An agent closes its own tickets only. Closing again answers the same.',
    access: deskRoles,
    idempotent: true,
    params: { ticketID },
    headers: {},
    body: null,
    responses: { 200: TicketRecord },
    errors: ['parameter_invalid', 'ticket_not_found'],
  },
  putAgent: {
    method: 'PUT',
    path: `${basePath}/v1/agents/{agentID}`,
    tag: 'agents',
    summary: 'Make or replace an agent’s record',
    description: 'Status, load and connection are untouched.',
    access: keeperRoles,
    params: { agentID },
    headers: {},
    body: PutAgentParam,
    responses: { 200: Agent },
    errors: [...bodyErrors, 'parameter_invalid', 'email_taken'],
  },
  getAgent: {
    method: 'GET',
    path: `${basePath}/v1/agents/{agentID}`,
    tag: 'agents',
    summary: 'Get an agent',
    access: keeperRoles,
    params: { agentID },
    headers: {},
    body: null,
    responses: { 200: Agent },
    errors: ['parameter_invalid', 'agent_not_found'],
  },
  deleteAgent: {
    method: 'DELETE',
    path: `${basePath}/v1/agents/{agentID}`,
    tag: 'agents',
    summary: 'Remove an agent',
    description: 'Refused while the agent has open tickets. Its history stays.',
    access: keeperRoles,
    params: { agentID },
    headers: {},
    body: null,
    responses: { 204: null },
    errors: ['parameter_invalid', 'agent_not_found', 'agent_has_tickets'],
  },
  getHealth: {
    method: 'GET',
    path: '/healthz',
    tag: 'system',
    summary: 'Is the process alive?',
    access: 'public',
    params: {},
    headers: {},
    body: null,
    responses: { 200: Health },
    errors: [],
  },
  getReadiness: {
    method: 'GET',
    path: '/readyz',
    tag: 'system',
    summary: 'Does the database answer, and is its schema current?',
    access: 'public',
    params: {},
    headers: {},
    body: null,
    responses: { 200: Readiness },
    errors: ['schema_outdated'],
  },
} as const satisfies Record<string, Route>;

export type Routes = typeof routes;
export type RouteName = keyof Routes;
