import { leaseMs } from '@chat-ticket/domain';
import {
  closeRoom,
  closeTicket,
  type Database,
  declineTicket,
  intake,
  listHeldTickets,
  renewLease,
  requeueTicket,
  setPickedTime,
  setStatus,
  sweep,
  type TicketRow,
  transferToAgent,
  transferToQueue,
} from '../../src/index.ts';
import { naiveAssign } from './naive-assign.ts';

export type Storm = {
  worker: number;
  /** How many tickets this process takes in. */
  tickets: number;
  agents: readonly string[];
  engine: 'guarded' | 'naive';
  /** The share of commands that are sent again, as if their answers had been lost. */
  resent: number;
};

/** Takes tickets in and does with them what can be done, at random. Answers the ids of those taken in. */
export async function storm(db: Database, options: Storm): Promise<{ taken: string[]; commands: number }> {
  const { worker, agents, engine, resent } = options;
  const random = randomFrom(worker + 1);
  const oneOf = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!;
  const taken: string[] = [];
  let commands = 0;

  const command = () => ({
    changeId: `${worker}-${++commands}`,
    now: Date.now(),
    actorRole: 'service',
    actorId: `worker-${worker}`,
  });
  /** Sends a command, now and then twice with others in between, and lets the naive engine follow it. */
  const send = async <T>(work: () => Promise<T>): Promise<T> => {
    const answer = await work();
    if (engine === 'naive') await naiveAssign(db, command());
    if (random() >= resent) return answer;
    await new Promise((resolve) => setTimeout(resolve, random() * 40));
    return work();
  };

  const takeIn = async () => {
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
      content: '{}',
    };
    const customerId = `customer-${own.changeId}`;
    const result = await send(() => intake(db, { ...own, ...request, ...chat, ...customer, customerId }));
    if ('ticket' in result) taken.push(result.ticket.id);
  };

  const workOn = async (agent: string, { id: ticketId, roomId, status, pickedAt }: TicketRow) => {
    const own = { ...command(), ref: agent, self: agent, ticketId, roomId, note: null };
    const change = { ...own, owner: oneOf([agent, null]), ifVersion: null };
    const chance = random();
    if (chance < 0.08) return send(() => transferToAgent(db, { ...change, to: oneOf(agents) }));
    if (chance < 0.14) return send(() => requeueTicket(db, change));
    if (chance < 0.18) return send(() => transferToQueue(db, { ...change, queueId: 'rest' }));
    if (status === 'CHAT_CLOSED') return send(() => closeTicket(db, change));
    if (pickedAt !== null && chance < 0.5) return send(() => closeRoom(db, own));
    if (pickedAt !== null) return send(() => closeTicket(db, change));
    if (chance < 0.3) return send(() => declineTicket(db, own));
    return chance < 0.9 ? send(() => setPickedTime(db, own)) : undefined;
  };

  const visit = async () => {
    const agent = oneOf(agents);
    const lease = { leaseUntil: Date.now() + leaseMs };
    const chance = random();
    if (chance < 0.05)
      await send(() =>
        setStatus(db, {
          ...command(),
          ...lease,
          ref: agent,
          self: agent,
          status: oneOf(['online', 'busy']),
          create: null,
        }),
      );
    else if (chance < 0.3)
      await send(() =>
        setStatus(db, { ...command(), ...lease, ref: agent, self: agent, status: 'online', create: null }),
      );
    else if (chance < 0.4) await renewLease(db, { ...command(), ...lease, agentId: agent });
    const { tickets } = await listHeldTickets(db, { ref: agent, self: agent });
    for (const ticket of tickets) await workOn(agent, ticket);
  };

  while (taken.length < options.tickets) {
    await takeIn();
    await visit();
    if (random() < 0.1) await sweep(db, { now: Date.now(), newId: () => command().changeId });
  }
  return { taken, commands };
}

/** Numbers in [0, 1) that are the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
