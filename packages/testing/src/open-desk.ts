import type {
  Agent,
  AgentStatusInfo,
  CreateTicketParam,
  RouteName,
  Settings,
  TicketRecord,
} from '@chat-ticket/contract';
import type * as v from 'valibot';
import { expect } from 'vitest';
import type { CheckedResponse } from './check-response.ts';
import { issueToken, type TokenOptions } from './issue-token.ts';
import { createTestClient, type ResponseObserver, type Target } from './test-client.ts';

/** The header with which a service names the agent that it acts for. */
export const actingFor = (agent: string) => ({ headers: { 'X-Agent-ID': agent } });

const routesThatSaveAgents = new Set<RouteName>(['setOnline', 'setStatus', 'putAgent']);

const newCustomer = () => ({ id: crypto.randomUUID() });

/** The path parameters that name the ticket and its room. */
const paramsOf = ({ id, metadata }: TicketRecord) => ({ ticketID: id, roomID: metadata.roomId });

/** What the token of a test says, with the parts that `signIn` fills in left out. */
export type Claims = Omit<TokenOptions, 'secret' | 'sub'> & { readonly sub?: string };

/**
 * Gives a test clients and fixtures on a running desk. Every client, agent and ticket is new; `cleanUp` removes
 * what the test created. `target` is read at the first call, so that the desk may start after the tests are declared.
 */
export const openDesk = (target: Target) => {
  const agents = new Set<string>();
  const tickets = new Set<string>();
  const outcomes = new Set<string>();
  let hasChangedSettings = false;

  const observe: ResponseObserver = (name, { status, json, error }: CheckedResponse) => {
    outcomes.add(`${name} ${error?.code ?? status}`);
    if (error) return;
    if (name === 'createTicket') tickets.add((json as TicketRecord).id);
    if (routesThatSaveAgents.has(name)) agents.add((json as Agent | AgentStatusInfo).id);
    if (name === 'putSettings') hasChangedSettings = true;
  };

  const client = (token: string | null) => createTestClient(target, token, observe);

  const signIn = async (claims: Claims) => {
    const id = claims.sub ?? crypto.randomUUID();
    const email = `${id}@desk.example`;
    const name = `Robin ${id.slice(0, 8)}`;
    const token = await issueToken({ secret: target.secret, sub: id, email, name, ...claims });
    return { id, email, name, token, ...client(token) };
  };

  const newAgent = () => signIn({ role: 'agent' });
  const service = () => signIn({ role: 'service' });
  const customerOf = ({ customer, metadata }: TicketRecord) =>
    signIn({ role: 'customer', sub: customer.id, room: metadata.roomId });

  const onlineAgent = async (record: { capacity?: number; skills?: string[] } = {}) => {
    const agent = await newAgent();
    const json = { email: agent.email, name: agent.name, ...record };
    await (await service()).ok('putAgent', 200, { params: { agentID: agent.id }, json });
    await agent.ok('setOnline', 200);
    return agent;
  };

  const createTicket = async (ticket: Partial<CreateTicketParam> = {}) => {
    const json = { customer: newCustomer(), ...ticket };
    return (await service()).ok('createTicket', 201, { json });
  };

  const assignedTicket = async (param: Partial<CreateTicketParam> = {}) => {
    const agent = await onlineAgent();
    const ticket = await createTicket(param);
    expect(ticket.agentId, 'the only agent online gets the ticket').toBe(agent.id);
    return { agent, customer: await customerOf(ticket), ticket, params: paramsOf(ticket) };
  };

  const waitingTicket = async (param: Partial<CreateTicketParam> = {}) => {
    const ticket = await createTicket(param);
    expect(ticket.status, 'no agent online can take the ticket').toBe('CREATED');
    return { customer: await customerOf(ticket), ticket, params: paramsOf(ticket) };
  };

  const pickedTicket = async (param: Partial<CreateTicketParam> = {}) => {
    const assigned = await assignedTicket(param);
    await assigned.agent.ok('setPickedTime', 200, { params: assigned.params });
    return assigned;
  };

  const ticketInWrapUp = async (param: Partial<CreateTicketParam> = {}) => {
    const assigned = await assignedTicket(param);
    await assigned.agent.ok('closeRoom', 200, { params: assigned.params });
    return assigned;
  };

  const closedTicket = async (param: Partial<CreateTicketParam> = {}) => {
    const assigned = await assignedTicket(param);
    await assigned.agent.ok('closeTicket', 200, { params: assigned.params });
    return assigned;
  };

  return {
    /** The secret that signs the tokens. */
    secret: () => target.secret,
    /** Each outcome that a response had so far: a route name with a status or an error code. */
    outcomes,
    /** A client with this token, or without one. */
    client,
    /** A client with a new token. Claims that are left out get a value; the role is `claims.role`. */
    signIn,
    /** An agent’s client. The desk has no record of the agent yet. */
    newAgent,
    /** A service’s client. */
    service,
    /** The client of the ticket’s customer, who may use the ticket’s room. */
    customerOf,
    /** The `customer` field of a new ticket. */
    newCustomer,
    /** An agent who is online, with this record. */
    onlineAgent,
    /** Creates a ticket of a new customer, unless `ticket` names one. */
    createTicket,
    /** A ticket that no agent online can take. */
    waitingTicket,
    /** A ticket that the desk has offered to the agent, who has no other. */
    assignedTicket,
    /** As `assignedTicket`, and the agent has picked it. */
    pickedTicket,
    /** As `assignedTicket`, and the agent has closed the room. `ticket` is the record before that. */
    ticketInWrapUp,
    /** As `assignedTicket`, and the agent has closed the ticket. `ticket` is the record before that. */
    closedTicket,

    /** The ticket as a service sees it now. */
    getTicket: async (ticketID: string) => (await service()).ok('getTicket', 200, { params: { ticketID } }),

    /** Replaces the settings until `cleanUp`. */
    putSettings: async (json: v.InferInput<typeof Settings>) =>
      (await service()).ok('putSettings', 200, { json }),

    /** Removes what was created since the last call. Agents go offline first, so that none gets a ticket. */
    cleanUp: async () => {
      const { call } = await service();
      const agentIds = [...agents];
      const ticketIds = [...tickets];
      agents.clear();
      tickets.clear();
      await Promise.all(agentIds.map((id) => call('setOffline', actingFor(id))));
      // Before the tickets are closed, because the settings can require a closing code.
      if (hasChangedSettings) await call('putSettings', { json: {} });
      hasChangedSettings = false;
      await Promise.all(ticketIds.map((ticketID) => call('closeTicket', { params: { ticketID } })));
      await Promise.all(agentIds.map((agentID) => call('deleteAgent', { params: { agentID } })));
    },
  };
};

export type Desk = ReturnType<typeof openDesk>;
