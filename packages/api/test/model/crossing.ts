import * as fc from 'fast-check';
import { put, setOnline } from './agent-calls.ts';
import { hear } from './agent-life.ts';
import type { HuntedDesk } from './hunted-desk.ts';
import type { ModelTicket } from './model-desk.ts';
import { asAgent, asSupervisor, step } from './step.ts';
import { decline } from './ticket-life.ts';
import { escalate, requeue, transferToQueue } from './ticket-move.ts';
import { takeIn } from './ticket-steps.ts';

// In all documents a queue that is open takes it, and needs no more than these.
const chat = { entityId: 'FP_TH', orderId: '', language: 'tha', ccr: 'billing - refund', priority: 0 };
const skills = ['language:tha', 'vip'];

const ways = {
  decline: (desk: HuntedDesk, ticket: ModelTicket) => declineAs(desk, 'ann', ticket),
  requeue: (desk: HuntedDesk, ticket: ModelTicket) =>
    desk.send(asSupervisor('POST', `/v1/tickets/${ticket.id}/requeue`, {}), () =>
      requeue(desk.model, ticket),
    ),
  toQueue: (desk: HuntedDesk, ticket: ModelTicket) => {
    const { queueId } = ticket;
    return desk.send(asSupervisor('POST', `/v1/tickets/${ticket.id}/transfer`, { queueId }), () =>
      transferToQueue(desk.model, ticket, null, queueId),
    );
  },
  escalate: (desk: HuntedDesk, ticket: ModelTicket) =>
    desk.send(asSupervisor('POST', `/v1/tickets/${ticket.id}/escalate`, {}), () =>
      escalate(desk.model, ticket, null),
    ),
};

const declineAs = (desk: HuntedDesk, id: string, ticket: ModelTicket) =>
  desk.send(asAgent(id, 'POST', `/v1/tickets/${ticket.id}/decline`, {}), () => {
    const refusal = decline(desk.model, ticket, id);
    return hear(desk.model, id) ?? refusal;
  });

/**
 * A ticket leaves its agent for the only one who has room, and a second, which that one may not have, takes the
 * room that it leaves: two assignments in one command, for which random stories seldom have the desk.
 */
export const crossing = step(
  'crossing',
  fc.constantFrom('decline', 'requeue', 'toQueue', 'escalate'),
  async (desk, way) => {
    const arrive = async (id: string, own: string[]) => {
      await put(desk, { id, capacity: 1, skills: own });
      await setOnline(desk, id);
    };
    await arrive('ann', skills);
    await takeIn(desk, { ...chat, customerId: 'c1' }, null);
    await arrive('ben', way === 'escalate' ? [...skills, 'tier:2'] : skills);
    await takeIn(desk, { ...chat, customerId: 'c2' }, null);
    const [first, second] = [...desk.model.tickets.values()];
    if (way !== 'escalate') await declineAs(desk, 'ben', second!);
    await ways[way](desk, first!);
    if (first!.agentId !== 'ben' || second!.agentId !== 'ann') throw new Error('nothing has crossed');
  },
);
