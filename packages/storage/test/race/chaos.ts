import type { Settings } from '@chat-ticket/contract';
import { leaseMs } from '@chat-ticket/domain';
import { naiveAssign } from './naive-assign.ts';
import { randomFrom } from './random-from.ts';
import {
  closeRoom,
  closeTicket,
  createTicket,
  type Database,
  declineTicket,
  drainAgent,
  escalateTicket,
  listTickets,
  putSettings,
  renewLease,
  requeueTicket,
  send,
  setAgentStatus,
  setPickedTime,
  setTicketStatus,
  sweep,
  type TicketRow,
  transferToAgent,
  transferToQueue,
} from '../../src/index.ts';

/** The highest tier that an agent of the race has. */
export const highestTier = 3;

export type ChaosOptions = {
  /** A number that no other process of the race has. */
  worker: number;
  /** How many tickets this process creates. */
  tickets: number;
  agents: readonly string[];
  /** The settings that supervisors choose from at random. */
  settings: readonly Settings[];
  /** `naive` adds a broken assignment after each command. */
  assignment: 'guarded' | 'naive';
  /** The share of commands that are sent a second time, as if their response had been lost. */
  resentShare: number;
};

/** What a process reports after each ticket: its id, and how many commands it has sent so far. */
export type ChaosReport = { created: string; commands: number };

/** Creates tickets and sends random commands about them until `tickets` are created. */
export async function runChaos(
  db: Database,
  options: ChaosOptions,
  report: (report: ChaosReport) => void,
): Promise<void> {
  const { worker, agents, assignment, resentShare } = options;
  const random = randomFrom(worker + 1);
  const oneOf = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!;
  /** Tickets that routing leaves alone: they wait for a workflow, or for a person after an error. */
  const parked: string[] = [];
  let [created, commands] = [0, 0];

  const context = () => ({
    changeId: `${worker}-${++commands}`,
    now: Date.now(),
    actorRole: 'service',
    actorId: `worker-${worker}`,
  });
  /** Sends a command, and sometimes again after a pause in which others write. */
  const run = async <T>(sendCommand: () => Promise<T>): Promise<T> => {
    const result = await sendCommand();
    if (assignment === 'naive') await naiveAssign(db, context());
    if (random() >= resentShare) return result;
    await new Promise((resolve) => setTimeout(resolve, random() * 40));
    return sendCommand();
  };

  const createRandomTicket = async () => {
    const own = context();
    const chat = { priority: Math.floor(random() * 4), entityId: '', language: null, ccr: null, orderId: '' };
    const customer = {
      status: 'CREATED' as const,
      customerFirstName: null,
      customerLastName: null,
      customerName: null,
    };
    const request = {
      scope: 'race',
      key: own.changeId,
      bodyHash: 'body',
      roomId: `room-${own.changeId}`,
      content: {},
    };
    const customerId = `customer-${own.changeId}`;
    const result = await run(() =>
      send(db, createTicket, { ...own, ...request, ...chat, ...customer, customerId }),
    );
    if (!('ticket' in result)) return;
    created++;
    report({ created: result.ticket.id, commands });
    if (random() < 0.04) await park(result.ticket.id, 'WORKFLOW_PENDING');
  };

  const changeOf = (ticketId: string) => ({
    ...context(),
    ticketId,
    owner: null,
    ifVersion: null,
    note: null,
  });

  const park = async (ticketId: string, status: 'WORKFLOW_PENDING' | 'ERROR') => {
    const change = changeOf(ticketId);
    const { outcome } = await run(() => send(db, setTicketStatus[status], change));
    if (outcome === 'done') parked.push(ticketId);
  };

  const resume = async (ticketId: string) => {
    const change = changeOf(ticketId);
    const chance = random();
    if (chance < 0.4) await run(() => send(db, setTicketStatus.WORKFLOW_DONE, change));
    else if (chance < 0.8) await run(() => send(db, transferToAgent, { ...change, to: oneOf(agents) }));
    else await run(() => send(db, closeTicket, change));
  };

  /** The commands of supervisors that concern the whole desk. */
  const supervise = async () => {
    const own = context();
    const chance = random();
    if (chance < 0.02) {
      const drained = { agentId: oneOf(agents), requeuesPicked: random() < 0.5 };
      await run(() => send(db, drainAgent, { ...own, ...drained }));
    } else if (chance < 0.025) {
      const settings = oneOf(options.settings);
      await run(() => send(db, putSettings, { ...own, settings, ifVersion: null }));
    }
  };

  const handleTicket = async (agent: string, { id: ticketId, roomId, status, pickedAt, tier }: TicketRow) => {
    const own = { ...context(), ref: agent, self: agent, ticketId, roomId, note: null };
    const change = { ...own, owner: oneOf([agent, null]), ifVersion: null };
    const chance = random();
    if (chance < 0.08) return run(() => send(db, transferToAgent, { ...change, to: oneOf(agents) }));
    if (chance < 0.14) return run(() => send(db, requeueTicket, change));
    if (chance < 0.18) return run(() => send(db, transferToQueue, { ...change, queueId: 'rest' }));
    if (chance < 0.21 && tier < highestTier) return run(() => send(db, escalateTicket, change));
    if (chance < 0.23) return park(ticketId, 'ERROR');
    if (status === 'CHAT_CLOSED') return run(() => send(db, closeTicket, change));
    if (pickedAt !== null && chance < 0.5) return run(() => send(db, closeRoom, own));
    if (pickedAt !== null) return run(() => send(db, closeTicket, change));
    if (chance < 0.35) return run(() => send(db, declineTicket, own));
    return chance < 0.9 ? run(() => send(db, setPickedTime, own)) : undefined;
  };

  const workAsAgent = async () => {
    const agent = oneOf(agents);
    const lease = { leaseUntil: Date.now() + leaseMs };
    const chance = random();
    if (chance < 0.3) {
      const status = chance < 0.05 ? oneOf(['online', 'busy']) : 'online';
      const change = { ...context(), ...lease, ref: agent, self: agent, status, create: null };
      await run(() => send(db, setAgentStatus, change));
    } else if (chance < 0.4) await send(db, renewLease, { ...context(), ...lease, agentId: agent });
    const { tickets } = await send(db, listTickets, { ref: agent, self: agent });
    for (const ticket of tickets) await handleTicket(agent, ticket);
  };

  while (created < options.tickets) {
    await createRandomTicket();
    await workAsAgent();
    await supervise();
    const oldest = random() < 0.1 ? parked.shift() : undefined;
    if (oldest !== undefined) await resume(oldest);
    if (random() < 0.1) await sweep(db, { now: Date.now(), newId: () => context().changeId });
  }
}
