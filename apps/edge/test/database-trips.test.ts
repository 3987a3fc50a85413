import { type RouteName, routes } from '@chat-ticket/contract';
import { createClient, unwrap } from '@chat-ticket/client';
import { issueToken } from '@chat-ticket/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { secret, startEdge } from './start-edge.ts';

let edge: Awaited<ReturnType<typeof startEdge>>;
beforeAll(async () => {
  edge = await startEdge();
});
afterAll(() => edge.stop());

const clientOf = (role: 'agent' | 'service' | 'supervisor', sub: string) =>
  createClient({ baseUrl: edge.url, token: () => issueToken({ secret, role, sub }), retries: 0 });

it('makes at most one trip to the database for a request, on every route but those that are named', async () => {
  const agent = clientOf('agent', 'ann');
  const service = clientOf('service', 'backend');
  const counted = new Map<RouteName, number>();
  const count = async <Result extends { ok: boolean }>(name: RouteName, call: () => Promise<Result>) => {
    edge.trips.length = 0;
    const result = await call();
    expect({ name, ok: result.ok }).toEqual({ name, ok: true });
    counted.set(name, edge.trips.length);
    return result;
  };

  await count('getHealth', () => service.getHealth());
  await count('getReadiness', () => service.getReadiness());
  await count('putAgent', () => service.putAgent({ agentID: 'ben', email: 'ben@desk.test', name: 'Ben' }));
  await count('getAgent', () => service.getAgent({ agentID: 'ben' }));
  await count('listAgents', () => service.listAgents({ text: 'ben' }));
  await count('archiveAgent', () => service.archiveAgent({ agentID: 'ben' }));
  await count('unarchiveAgent', () => service.unarchiveAgent({ agentID: 'ben' }));
  await count('deleteAgent', () => service.deleteAgent({ agentID: 'ben' }));
  await count('setOnline', () => agent.setOnline());
  await count('listStatuses', () => agent.listStatuses());
  await count('getAgentInfo', () => agent.getAgentInfo());
  const ticket = unwrap(await count('createTicket', () => service.createTicket({ customer: { id: 'c' } })));
  await count('listTickets', () => agent.listTickets());
  await count('getTicket', () => agent.getTicket({ ticketID: ticket.id }));
  await count('searchTickets', () => service.searchTickets({ customerId: 'c' }));
  await count('listCustomerTickets', () => agent.listCustomerTickets({ customerID: 'c' }));
  await count('getTicketHistory', () => agent.getTicketHistory({ ticketID: ticket.id }));
  await count('getTicketRouting', () => service.getTicketRouting({ ticketID: ticket.id }));
  await count('getQueuePlace', () => service.getQueuePlace({ roomID: ticket.metadata.roomId }));
  await count('getBoard', () => service.getBoard());
  await count('getSettings', () => service.getSettings());
  await count('listSettingsVersions', () => service.listSettingsVersions());
  const closingCodes = [{ id: 'solved', name: 'Solved' }];
  const fields = [{ id: 'shop', name: 'Shop', type: 'text' as const }];
  await count('putSettings', () => service.putSettings({ closingCodes, fields }));
  const ofTicket = { ticketID: ticket.id };
  await count('listClosingCodes', () => agent.listClosingCodes(ofTicket));
  await count('setClosingCode', () => agent.setClosingCode({ ...ofTicket, closingCode: 'solved' }));
  await count('listTags', () => agent.listTags());
  await count('changeTags', () => agent.changeTags({ ...ofTicket, add: ['photo'] }));
  await count('listFields', () => agent.listFields());
  await count('changeFields', () => agent.changeFields({ ...ofTicket, fields: { shop: 'SG-1' } }));
  const range = { from: '2026-11-01', to: '2026-11-08', timeZone: 'UTC' };
  await count('getTicketReport', () => service.getTicketReport({ ...range, groupBy: 'queue' }));
  await count('listTicketReportRows', () => service.listTicketReportRows({ ...range, figure: 'offered' }));
  await count('getAgentReport', () => service.getAgentReport({ ...range, groupBy: 'agent' }));
  await count('listAgentReportRows', () => service.listAgentReportRows(range));
  const roomID = ticket.metadata.roomId;
  const autoClose = { warnSeconds: 600, closeSeconds: 900 };
  unwrap(await service.putSettings({ queues: [{ id: 'default', autoClose }] }));
  await count('sendMessage', () => agent.sendMessage({ roomID, clientMessageId: 'm1', text: 'hello' }));
  await count('listMessages', () => agent.listMessages({ roomID, limit: 10 }));
  await count('setReadPosition', () => agent.setReadPosition({ roomID, seq: 1 }));
  await count('getRoom', () => agent.getRoom({ roomID }));
  await count('createRoomToken', () => service.createRoomToken({ roomID }));
  await count('extendTicket', () => agent.extendTicket({ ticketID: ticket.id }));
  await count('searchMessages', () => clientOf('supervisor', 'sue').searchMessages({ q: 'hello' }));
  await count('listEvents', () => service.listEvents({ after: 0 }));
  await count('setPickedTime', () => agent.setPickedTime({ ticketID: ticket.id }));
  await count('closeRoom', () => agent.closeRoom({ roomID: ticket.metadata.roomId }));
  await count('closeTicket', () => agent.closeTicket({ ticketID: ticket.id }));
  const { id: ticketID } = unwrap(await service.createTicket({ customer: { id: 'd' } }));
  await count('declineTicket', () => agent.declineTicket({ ticketID }));
  await count('escalateTicket', () => service.escalateTicket({ ticketID }));
  await count('transferTicket', () => service.transferTicket({ ticketID, agentId: 'ann' }));
  await count('requeueTicket', () => service.requeueTicket({ ticketID }));
  await count('setTicketStatus', () => service.setTicketStatus({ ticketID, status: 'ERROR' }));
  await count('setAgentStatus', () => service.setAgentStatus({ agentID: 'ann', status: 'break' }));
  await count('drainAgent', () => service.drainAgent({ agentID: 'ann' }));
  await count('setStatus', () => agent.setStatus({ status: 'busy' }));
  await count('setOffline', () => agent.setOffline());
  await count('revokeTokens', () => service.revokeTokens({ role: 'agent', sub: 'nobody' }));

  expect([...counted.keys()].toSorted()).toEqual(Object.keys(routes).toSorted());
  expect(Object.fromEntries(counted)).toEqual(
    Object.fromEntries([...counted.keys()].map((name) => [name, otherTrips.get(name) ?? 1])),
  );
});

/** The routes that make another number of trips than one. The readiness probe also commits a write, at times. */
const otherTrips = new Map<RouteName, number>([
  ['getHealth', 0],
  ['getReadiness', 2],
  // It reads the settings first, because TypeScript checks the values.
  ['changeFields', 2],
]);

it('makes no trip for a request without a valid token', async () => {
  edge.trips.length = 0;
  const stranger = createClient({ baseUrl: edge.url, token: 'no.such.token', retries: 0 });
  expect(await stranger.listTickets()).toMatchObject({ ok: false, error: { code: 'token_invalid' } });
  expect(edge.trips).toEqual([]);
});
