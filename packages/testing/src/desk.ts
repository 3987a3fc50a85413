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
import { createCaller, type Listener, type Target } from './caller.ts';
import type { Answer } from './check-answer.ts';
import { issueToken, type TokenOptions } from './token.ts';

/** Names the agent that a service acts for. */
export const actingFor = (agent: string) => ({ headers: { 'X-Agent-ID': agent } });

const agentMakers = new Set<RouteName>(['setOnline', 'setStatus', 'putAgent']);

const customer = () => ({ id: crypto.randomUUID() });

/** A desk as a test uses it: fresh people, fresh tickets, and a `release` that leaves nothing behind. */
export const createDesk = (target: Target) => {
  const agents = new Set<string>();
  const tickets = new Set<string>();
  /** Route names with the statuses and error codes that they have answered. */
  const exercised = new Set<string>();
  let hasOtherSettings = false;

  const listener: Listener = (name, { status, json, error }: Answer) => {
    exercised.add(`${name} ${error?.code ?? status}`);
    if (error) return;
    if (name === 'createTicket') tickets.add((json as TicketRecord).id);
    if (agentMakers.has(name)) agents.add((json as Agent | AgentStatusInfo).id);
    if (name === 'putSettings') hasOtherSettings = true;
  };

  const caller = (token: string | null) => createCaller(target, token, listener);

  const person = async (claims: Omit<TokenOptions, 'secret' | 'sub'> & { sub?: string }) => {
    const id = claims.sub ?? crypto.randomUUID();
    const email = `${id}@desk.example`;
    const name = `Robin ${id.slice(0, 8)}`;
    const token = await issueToken({ secret: target.secret, sub: id, email, name, ...claims });
    return { id, email, name, token, ...caller(token) };
  };

  const agent = () => person({ role: 'agent' });
  const service = () => person({ role: 'service' });

  const onlineAgent = async (record: { capacity?: number; skills?: string[] } = {}) => {
    const one = await agent();
    const json = { email: one.email, name: one.name, ...record };
    await (await service()).ok('putAgent', 200, { params: { agentID: one.id }, json });
    await one.ok('setOnline', 200);
    return one;
  };

  const intake = async (ticket: Partial<CreateTicketParam> = {}) => {
    const json = { customer: customer(), ...ticket };
    return (await service()).ok('createTicket', 201, { json });
  };

  return {
    /** Read late: the desk may start after the tests are declared. */
    secret: () => target.secret,
    exercised,
    caller,
    person,
    agent,
    service,
    customer,
    /** An agent who is online with this record. */
    onlineAgent,
    /** A new ticket of a new customer, unless the arguments say otherwise. */
    intake,

    /** The ticket as a service sees it now. */
    record: async (ticketID: string) => (await service()).ok('getTicket', 200, { params: { ticketID } }),

    /** Puts settings that last until `release`. */
    settings: async (json: v.InferInput<typeof Settings>) =>
      (await service()).ok('putSettings', 200, { json }),

    /** An agent and the one ticket that it has. */
    assignment: async (ticket: Partial<CreateTicketParam> = {}) => {
      const one = await onlineAgent();
      const taken = await intake(ticket);
      expect(taken.agentId, 'the only agent online gets the ticket').toBe(one.id);
      return { agent: one, ticket: taken, params: { ticketID: taken.id, roomID: taken.metadata.roomId } };
    },

    /** Takes back what was made since the last call: agents first, so that no ticket goes to another one. */
    release: async () => {
      const { call } = await service();
      const people = [...agents];
      const chats = [...tickets];
      agents.clear();
      tickets.clear();
      await Promise.all(people.map((id) => call('setOffline', actingFor(id))));
      await Promise.all(chats.map((ticketID) => call('closeTicket', { params: { ticketID } })));
      await Promise.all(people.map((agentID) => call('deleteAgent', { params: { agentID } })));
      if (hasOtherSettings) await call('putSettings', { json: {} });
      hasOtherSettings = false;
    },
  };
};

export type Desk = ReturnType<typeof createDesk>;
