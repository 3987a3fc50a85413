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

/** Of the agents. */
export const highestTier = 3;

export type Storm = {
  /** Unlike that of any other process of the race. */
  worker: number;
  /** How many tickets this process takes in. */
  tickets: number;
  agents: readonly string[];
  /** What the desk is set to, one after the other at random. */
  settings: readonly Settings[];
  engine: 'guarded' | 'naive';
  /** The share of commands that are sent again, as if their answers had been lost. */
  resent: number;
};

/** What a process says after each ticket that was taken in. */
export type StormReport = { taken: string; commands: number };

/** Takes tickets in and does with them what can be done, at random. */
export async function storm(
  db: Database,
  options: Storm,
  report: (report: StormReport) => void,
): Promise<void> {
  const { worker, agents, engine, resent } = options;
  const random = randomFrom(worker + 1);
  const oneOf = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!;
  /** Tickets that no rule routes on: they wait for a workflow, or for a person after an error. */
  const parked: string[] = [];
  let [taken, commands] = [0, 0];

  const command = () => ({
    changeId: `${worker}-${++commands}`,
    now: Date.now(),
    actorRole: 'service',
    actorId: `worker-${worker}`,
  });
  /** Runs a command, sometimes a second time with others in between, and then the naive engine. */
  const run = async <T>(work: () => Promise<T>): Promise<T> => {
    const answer = await work();
    if (engine === 'naive') await naiveAssign(db, command());
    if (random() >= resent) return answer;
    await new Promise((resolve) => setTimeout(resolve, random() * 40));
    return work();
  };

  const takeTicket = async () => {
    const own = command();
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
    taken++;
    report({ taken: result.ticket.id, commands });
    if (random() < 0.04) await park(result.ticket.id, 'WORKFLOW_PENDING');
  };

  const changeOf = (ticketId: string) => ({
    ...command(),
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

  const takeUp = async (ticketId: string) => {
    const change = changeOf(ticketId);
    const chance = random();
    if (chance < 0.4) await run(() => send(db, setTicketStatus.WORKFLOW_DONE, change));
    else if (chance < 0.8) await run(() => send(db, transferToAgent, { ...change, to: oneOf(agents) }));
    else await run(() => send(db, closeTicket, change));
  };

  /** What supervisors do to the desk as a whole. */
  const supervise = async () => {
    const own = command();
    const chance = random();
    if (chance < 0.02) {
      const drained = { agentId: oneOf(agents), requeuesPicked: random() < 0.5 };
      await run(() => send(db, drainAgent, { ...own, ...drained }));
    } else if (chance < 0.025) {
      const settings = oneOf(options.settings);
      await run(() => send(db, putSettings, { ...own, settings, ifVersion: null }));
    }
  };

  const workOn = async (agent: string, { id: ticketId, roomId, status, pickedAt, tier }: TicketRow) => {
    const own = { ...command(), ref: agent, self: agent, ticketId, roomId, note: null };
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

  const visit = async () => {
    const agent = oneOf(agents);
    const lease = { leaseUntil: Date.now() + leaseMs };
    const chance = random();
    if (chance < 0.05)
      await run(() =>
        send(db, setAgentStatus, {
          ...command(),
          ...lease,
          ref: agent,
          self: agent,
          status: oneOf(['online', 'busy']),
          create: null,
        }),
      );
    else if (chance < 0.3)
      await run(() =>
        send(db, setAgentStatus, {
          ...command(),
          ...lease,
          ref: agent,
          self: agent,
          status: 'online',
          create: null,
        }),
      );
    else if (chance < 0.4) await send(db, renewLease, { ...command(), ...lease, agentId: agent });
    const { tickets } = await send(db, listTickets, { ref: agent, self: agent });
    for (const ticket of tickets) await workOn(agent, ticket);
  };

  while (taken < options.tickets) {
    await takeTicket();
    await visit();
    await supervise();
    const oldest = random() < 0.1 ? parked.shift() : undefined;
    if (oldest !== undefined) await takeUp(oldest);
    if (random() < 0.1) await sweep(db, { now: Date.now(), newId: () => command().changeId });
  }
}
