import { defaultSettings } from '@chat-ticket/contract';
import * as storage from '../src/index.ts';
import { deskOn } from './desk.ts';

type Sending = Exclude<
  keyof typeof storage,
  'DatabaseUnavailable' | 'MigrationMismatch' | 'TokenRevoked' | 'migrate' | 'publishing' | 'refusingRevoked'
>;

const months = 100 * 24 * 3_600_000;

/** Each command and read of the package once, by its name, on a desk where an agent has a chat. */
export async function everyCommand(db: storage.Database): Promise<Record<Sending, () => Promise<unknown>>> {
  const desk = deskOn(db);
  await desk.online('ann');
  const { id: ticketId, roomId } = await desk.takeIn();
  const acting = () => ({ ...desk.command(), ref: 'ann', self: 'ann' });
  const change = () => ({ ...desk.command(), ticketId, owner: null, ifVersion: null, note: null });
  const record = { id: 'ben', email: 'ben@desk.test', name: 'Ben', capacity: null, skills: [] };
  const now = () => desk.command().now;
  const statuses = ['WORKFLOW_PENDING', 'WORKFLOW_DONE', 'ERROR'] as const;

  return {
    closeRoom: () => storage.closeRoom(db, { ...acting(), roomId }),
    closeTicket: () => storage.closeTicket(db, change()),
    declineTicket: () => storage.declineTicket(db, { ...acting(), ticketId, note: null }),
    deleteAgent: () => storage.deleteAgent(db, { ...desk.command(), agentId: 'ann' }),
    drainAgent: () => storage.drainAgent(db, { ...desk.command(), agentId: 'ann', requeuesPicked: true }),
    escalateTicket: () => storage.escalateTicket(db, change()),
    extendTicket: () => storage.extendTicket(db, change()),
    findRevoked: () => storage.findRevoked(db, [{ role: 'agent', sub: 'ann', issuedAt: 0 }]),
    getActingAgent: () => storage.getActingAgent(db, acting()),
    getBoard: () => storage.getBoard(db, { now: now(), answeredSince: 0 }),
    getHistory: () => storage.getHistory(db, ticketId),
    getLogBounds: () => storage.getLogBounds(db),
    getQueuePlace: () => storage.getQueuePlace(db, { now: now(), roomId }),
    getQueuePlaces: () => storage.getQueuePlaces(db, { now: now(), roomIds: [roomId] }),
    getRoom: () => storage.getRoom(db, roomId),
    getRoomParties: () => storage.getRoomParties(db, roomId),
    getRouting: () => storage.getRouting(db, { now: now(), ticketId }),
    getSettings: () => storage.getSettings(db),
    getTicket: () => storage.getTicket(db, ticketId),
    hasEvents: () => storage.hasEvents(db),
    intake: () => desk.takeIn(),
    isCurrent: () => storage.isCurrent(db),
    listEvents: () => storage.listEvents(db, { after: 0, limit: 10 }),
    listHeldTickets: () => storage.listHeldTickets(db, acting()),
    listMessages: async () => {
      const page = { roomId, before: null, limit: 10, seesNotes: true };
      for (const after of [0, null]) await storage.listMessages(db, { ...page, after });
    },
    listStatuses: () => storage.listStatuses(db),
    noteRefundCreated: () => storage.noteRefundCreated(db, change()),
    revokeTokens: () => storage.revokeTokens(db, { ...desk.command(), role: 'agent', sub: 'eve' }),
    sendMessage: () => desk.say(roomId),
    putAgent: () => storage.putAgent(db, { ...desk.command(), ...record, agentId: record.id }),
    putAgents: () => storage.putAgents(db, { ...desk.command(), agents: [record] }),
    putSettings: () =>
      storage.putSettings(db, { ...desk.command(), settings: defaultSettings, ifVersion: null }),
    renewLease: () => storage.renewLease(db, { ...desk.command(), agentId: 'ann', leaseUntil: 1e6 }),
    readLog: async () => {
      for (const room of [undefined, roomId])
        await storage.readLog(db, { after: 0, limit: 10, roomId: room });
    },
    renewLeases: () =>
      storage.renewLeases(db, { ...desk.command(), leases: [{ agentId: 'ann', leaseUntil: 1e6 }] }),
    requeueTicket: () => storage.requeueTicket(db, change()),
    searchMessages: () => storage.searchMessages(db, { words: 'hello', limit: 10 }),
    setPickedTime: () => storage.setPickedTime(db, { ...acting(), ticketId }),
    setReadPosition: () => storage.setReadPosition(db, { ...desk.command(), roomId, owner: null, seq: 1 }),
    setStatus: () => desk.offline('ann'),
    setTicketStatus: async () => {
      for (const status of statuses) await storage.setTicketStatus(db, { ...change(), status });
    },
    // Late enough for the lease and the opening hours that are written out to have ended.
    sweep: () => storage.sweep(db, { now: months, newId: () => crypto.randomUUID() }),
    transferToAgent: () => storage.transferToAgent(db, { ...change(), to: 'ann' }),
    transferToQueue: () => storage.transferToQueue(db, { ...change(), queueId: 'default' }),
    updateTicket: () => storage.updateTicket(db, { ...change(), fields: { priority: 1 }, changes: '{}' }),
  };
}
