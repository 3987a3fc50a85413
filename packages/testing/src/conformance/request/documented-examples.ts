import { type RouteName, routes } from '@chat-ticket/contract';
import { openApiDocument, type Operation } from '@chat-ticket/contract/openapi';
import { describe, expect, it } from 'vitest';
import { actingFor, type Desk } from '../../open-desk.ts';
import type { CallOptions, TestClient } from '../../test-client.ts';
import { autoCloseAfter } from '../room/auto-close.ts';
import { send } from '../room/message.ts';

const document = openApiDocument({ version: '1.0.0' });
const operations = new Map(
  Object.values(document.paths)
    .flatMap((path) => Object.values(path))
    .map((operation) => [operation.operationId, operation]),
);

/** Returns the examples of an operation’s parameters in one place, by name. */
const parameterExamples = ({ parameters }: Operation, place: 'path' | 'query' | 'header') =>
  Object.fromEntries(
    parameters
      .filter((parameter) => parameter.in === place)
      .map(({ name, example }) => [name, String(example)]),
  );

/** Returns the request that the API reference shows for a route. */
function documentedRequest(name: RouteName): CallOptions {
  const operation = operations.get(name);
  if (!operation) throw new Error(`${name} is not documented`);
  const { 'If-Match': _, ...headers } = parameterExamples(operation, 'header');
  const schema = operation.requestBody?.content['application/json'].schema.$ref?.split('/').at(-1);
  return {
    params: parameterExamples(operation, 'path'),
    query: parameterExamples(operation, 'query'),
    headers,
    ...(schema === undefined ? {} : { json: document.components.schemas[schema]?.examples?.[0] }),
  };
}

/** Who calls a route, and the ids of what exists, in place of the documented ones. */
type Call = {
  readonly client: TestClient;
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: CallOptions['query'];
};

/** Saves the agent of the documented requests. */
async function saveAgent(desk: Desk): Promise<Call> {
  const client = await desk.service();
  await client.ok('putAgent', 200, documentedRequest('putAgent'));
  return { client };
}

/** Brings the agent of the documented requests online. The service acts for it by its documented email. */
async function bringAgentOnline(desk: Desk): Promise<Call> {
  const call = await saveAgent(desk);
  await call.client.ok('setOnline', 200, documentedRequest('setOnline'));
  return call;
}

/** Assigns a ticket to the agent of the documented requests. */
async function assignTicket(desk: Desk): Promise<Call & { params: { ticketID: string; roomID: string } }> {
  const { client } = await bringAgentOnline(desk);
  const { id, metadata } = await desk.createTicket();
  return { client, params: { ticketID: id, roomID: metadata.roomId } };
}

async function transferableTicket(desk: Desk): Promise<Call> {
  const call = await assignTicket(desk);
  const { agentId } = documentedRequest('transferTicket').json as { agentId: string };
  const json = { email: `${agentId}@desk.example`, name: agentId };
  await call.client.ok('putAgent', 200, { params: { agentID: agentId }, json });
  await call.client.ok('setOnline', 200, actingFor(agentId));
  return call;
}

async function idleChat(desk: Desk): Promise<Call> {
  await desk.putSettings(autoCloseAfter(600, 900));
  const { agent, params } = await desk.assignedTicket();
  await send(agent, params);
  return { client: agent, params };
}

/** Saves the closing code of the documented requests, and assigns a ticket. */
async function closableTicket(desk: Desk): Promise<Call> {
  await desk.putSettings({ closingCodes: [{ id: 'refunded', name: 'Refunded' }] });
  return assignTicket(desk);
}

const fields = [{ id: 'shop', name: 'Shop', type: 'text' as const }];

/** Saves the custom field of the documented requests. */
async function withFields(desk: Desk): Promise<Call> {
  await desk.putSettings({ fields });
  return { client: await desk.service() };
}

/** Saves the custom field of the documented requests, and assigns a ticket. */
async function ticketWithFields(desk: Desk): Promise<Call> {
  await desk.putSettings({ fields });
  return assignTicket(desk);
}

const asService = async (desk: Desk): Promise<Call> => ({ client: await desk.service() });
const asSupervisor = async (desk: Desk): Promise<Call> => ({
  client: await desk.signIn({ role: 'supervisor' }),
});
const withSettingsVersion = async (desk: Desk): Promise<Call> => {
  const { client } = await asSupervisor(desk);
  const { version } = await client.ok('getSettings', 200);
  return { client, query: { version } };
};
const withWaitingTicket = async (desk: Desk): Promise<Call> => ({
  client: await desk.service(),
  params: (await desk.waitingTicket()).params,
});
const inRoom = async (desk: Desk): Promise<Call> => {
  const { customer, params } = await desk.waitingTicket();
  return { client: customer, params };
};

/** Prepares for each route what its documented request needs. */
const preparations: Readonly<Record<RouteName, (desk: Desk) => Promise<Call>>> = {
  getAgentInfo: saveAgent,
  setOnline: saveAgent,
  setOffline: saveAgent,
  setStatus: saveAgent,
  listTickets: saveAgent,
  listStatuses: asService,
  listAgents: asService,
  putAgent: asService,
  getAgent: saveAgent,
  deleteAgent: saveAgent,
  archiveAgent: saveAgent,
  unarchiveAgent: saveAgent,
  setAgentStatus: saveAgent,
  drainAgent: bringAgentOnline,
  listCustomerTickets: asService,
  searchTickets: asService,
  createTicket: withFields,
  getTicket: assignTicket,
  setPickedTime: assignTicket,
  declineTicket: assignTicket,
  transferTicket: transferableTicket,
  escalateTicket: assignTicket,
  requeueTicket: assignTicket,
  extendTicket: idleChat,
  closeTicket: closableTicket,
  listClosingCodes: assignTicket,
  setClosingCode: closableTicket,
  listTags: asService,
  changeTags: assignTicket,
  listFields: asService,
  changeFields: ticketWithFields,
  setTicketStatus: withWaitingTicket,
  getTicketHistory: assignTicket,
  getTicketRouting: assignTicket,
  closeRoom: assignTicket,
  getRoom: inRoom,
  sendMessage: inRoom,
  listMessages: inRoom,
  setReadPosition: inRoom,
  searchMessages: asSupervisor,
  getQueuePlace: inRoom,
  createRoomToken: withWaitingTicket,
  revokeTokens: asService,
  getBoard: asSupervisor,
  getTicketReport: asSupervisor,
  listTicketReportRows: asSupervisor,
  getAgentReport: asSupervisor,
  listAgentReportRows: asSupervisor,
  getSettings: withSettingsVersion,
  listSettingsVersions: asSupervisor,
  putSettings: asSupervisor,
  listEvents: asSupervisor,
  getHealth: asService,
  getReadiness: asService,
};

/**
 * Proves that the desk accepts every request of the API reference as it is documented: body, query parameters and
 * headers. Only ids and the version of the settings are those of what exists, and `If-Match` is left out: its ETag is of no version.
 */
export const documentedExamples = (desk: Desk) =>
  describe('the documented request', () => {
    it.each(Object.keys(routes) as RouteName[])('of %s succeeds', async (name) => {
      const { client, params, query } = await preparations[name](desk);
      const request = documentedRequest(name);
      const response = await client.call(name, {
        ...request,
        params: { ...request.params, ...params },
        query: { ...request.query, ...query },
      });
      expect(Object.keys(routes[name].responses), response.text).toContain(String(response.status));
    });
  });
