import * as fc from 'fast-check';
import { putAgent, setOnline } from './agent-requests.ts';
import { touchLease } from './agent-rules.ts';
import type { DeskUnderTest } from './desk-under-test.ts';
import { asAgent, asSupervisor } from './http-request.ts';
import type { ModelTicket } from './model-desk.ts';
import { step } from './step.ts';
import { decline } from './ticket-rules.ts';
import { escalate, requeue, transferToQueue } from './transfer-rules.ts';
import { createTicket } from './ticket-steps.ts';

// In every settings document an open queue takes this ticket, and needs at most these skills.
const newTicket = {
  entityId: 'FP_TH',
  orderId: '',
  language: 'tha',
  ccr: 'billing - refund',
  priority: 0,
  fieldKeys: {},
};
const skills = ['language:tha', 'vip'];

const changes = {
  decline: (desk: DeskUnderTest, ticket: ModelTicket) => declineAs(desk, 'ann', ticket),
  requeue: (desk: DeskUnderTest, ticket: ModelTicket) =>
    desk.send(asSupervisor('POST', `/v1/tickets/${ticket.id}/requeue`, {}), () =>
      requeue(desk.model, ticket),
    ),
  toQueue: (desk: DeskUnderTest, ticket: ModelTicket) => {
    const { queueId } = ticket;
    return desk.send(asSupervisor('POST', `/v1/tickets/${ticket.id}/transfer`, { queueId }), () =>
      transferToQueue(desk.model, ticket, null, queueId),
    );
  },
  escalate: (desk: DeskUnderTest, ticket: ModelTicket) =>
    desk.send(asSupervisor('POST', `/v1/tickets/${ticket.id}/escalate`, {}), () =>
      escalate(desk.model, ticket, null),
    ),
};

const declineAs = (desk: DeskUnderTest, id: string, ticket: ModelTicket) =>
  desk.send(asAgent(id, 'POST', `/v1/tickets/${ticket.id}/decline`, {}), () => {
    const refusal = decline(desk.model, ticket, id);
    return touchLease(desk.model, id) ?? refusal;
  });

/**
 * One command that makes two assignments, which random scenarios rarely reach. Ben is the only agent with capacity, and
 * may not take the second ticket. The command takes the first ticket from Ann: it goes to Ben, and the second goes to Ann.
 */
export const twoAssignments = step(
  'twoAssignments',
  fc.constantFrom('decline', 'requeue', 'toQueue', 'escalate'),
  async (desk, change) => {
    const bringOnline = async (id: string, agentSkills: string[]) => {
      await putAgent(desk, { id, capacity: 1, skills: agentSkills });
      await setOnline(desk, id);
    };
    await bringOnline('ann', skills);
    await createTicket(desk, { ...newTicket, customerId: 'c1' }, null);
    await bringOnline('ben', change === 'escalate' ? [...skills, 'tier:2'] : skills);
    await createTicket(desk, { ...newTicket, customerId: 'c2' }, null);
    const [first, second] = [...desk.model.tickets.values()];
    if (change !== 'escalate') await declineAs(desk, 'ben', second!);
    await changes[change](desk, first!);
    if (first!.agentId !== 'ben' || second!.agentId !== 'ann')
      throw new Error('the command did not make two assignments');
  },
);
