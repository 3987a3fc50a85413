import * as fc from 'fast-check';
import { hear } from './agent-life.ts';
import type { HuntedDesk } from './hunted-desk.ts';
import { type Chat, intakeOutcome, openTicketOf, takeIn } from './intake.ts';
import { isHeld, isOpen, isWaiting, type ModelTicket } from './model-desk.ts';
import { agent, asAgent, asService, asSupervisor, step, ticketStep } from './step.ts';
import {
  close,
  closeRoom,
  decline,
  isActive,
  pick,
  type Refusal,
  setWorkflowStatus,
  update,
} from './ticket-life.ts';
import { escalate, requeue, transferToAgent, transferToQueue } from './ticket-move.ts';

const chat = fc.record<Chat>({
  customerId: fc.constantFrom('c1', 'c2', 'c3', 'c4'),
  entityId: fc.constantFrom('', 'FP_TH'),
  orderId: fc.constantFrom('', 'o1', 'o2'),
  language: fc.constantFrom(null, 'tha', 'eng'),
  ccr: fc.constantFrom(null, 'billing - refund', 'delivery'),
  priority: fc.constantFrom(0, 0, 1, 3),
});

const metadataOf = (fields: Partial<Chat>) =>
  Object.fromEntries(
    (['entityId', 'orderId', 'language', 'ccr'] as const).flatMap((name) =>
      fields[name] ? [[name, fields[name]]] : [],
    ),
  );

export const intake = step('intake', chat, (desk, drawn) => {
  const outcome = intakeOutcome(desk.model, drawn);
  const body = { customer: { id: drawn.customerId }, metadata: metadataOf(drawn), priority: drawn.priority };
  return desk.send(asService('POST', '/v1/tickets', body), ({ id, roomId }) => {
    if (outcome === 'open' && openTicketOf(desk.model, drawn)?.id !== id) return 'the ticket that is open';
    takeIn(desk.model, drawn, outcome === 'created' ? { id, roomId } : null);
    return outcome === 'queue_closed' ? outcome : null;
  });
});

/** Who asks: mostly the agent that has the ticket. */
const asker = fc.constantFrom(null, null, null, null, 'ann', 'ben');

const agentStep = (
  name: string,
  isMeant: (ticket: ModelTicket) => boolean,
  send: (ticket: ModelTicket) => [method: string, path: string, body?: object],
  foretell: (desk: HuntedDesk['model'], ticket: ModelTicket, agentId: string) => Refusal,
) =>
  ticketStep(name, isMeant, asker, (desk, ticket, as) => {
    const id = as ?? ticket.agentId ?? 'cho';
    return desk.send(asAgent(id, ...send(ticket)), () => {
      const refusal = foretell(desk.model, ticket, id);
      // Whatever comes of the call, the desk has heard of the agent.
      return hear(desk.model, id) ?? refusal;
    });
  });

const isOffered = (ticket: ModelTicket) => isActive(ticket) && ticket.pickedAt === null;

export const pickTicket = agentStep(
  'pick',
  isOffered,
  ({ id }) => ['PUT', `/v1/tickets/${id}/pickedTime`],
  pick,
);
export const declineOffer = agentStep(
  'decline',
  isOffered,
  ({ id }) => ['POST', `/v1/tickets/${id}/decline`, {}],
  decline,
);
export const closeTheRoom = agentStep(
  'closeRoom',
  isActive,
  ({ roomId }) => ['DELETE', `/v1/rooms/${roomId}`],
  closeRoom,
);

/** A change that a supervisor may make of any ticket, and an agent of its own. */
const changeStep = <Args>(
  name: string,
  isMeant: (ticket: ModelTicket) => boolean,
  args: fc.Arbitrary<Args>,
  send: (args: Args) => [action: string, body?: object],
  foretell: (desk: HuntedDesk['model'], ticket: ModelTicket, owner: string | null, args: Args) => Refusal,
) =>
  ticketStep(
    name,
    isMeant,
    fc.tuple(fc.constantFrom('supervisor', 'holder', 'other'), args),
    (desk, ticket, [who, drawn]) => {
      const owner = who === 'supervisor' ? null : who === 'holder' ? ticket.agentId : 'ben';
      const [action, body] = send(drawn);
      const request = ['POST', `/v1/tickets/${ticket.id}/${action}`, body] as const;
      return desk.send(owner === null ? asSupervisor(...request) : asAgent(owner, ...request), () =>
        foretell(desk.model, ticket, owner, drawn),
      );
    },
  );

const nothing = fc.constant(null);

export const closeTicket = changeStep('close', isHeld, nothing, () => ['close'], close);
export const escalateTicket = changeStep('escalate', isOpen, nothing, () => ['escalate', {}], escalate);
export const toAgent = changeStep(
  'toAgent',
  isOpen,
  agent,
  (agentId) => ['transfer', { agentId }],
  transferToAgent,
);
export const toQueue = changeStep(
  'toQueue',
  (ticket) => isActive(ticket) || isWaiting(ticket),
  fc.constantFrom('thai', 'rest', 'default', 'vip'),
  (queueId) => ['transfer', { queueId }],
  transferToQueue,
);

export const requeueTicket = ticketStep('requeue', isActive, nothing, (desk, ticket) =>
  desk.send(asSupervisor('POST', `/v1/tickets/${ticket.id}/requeue`, {}), () => requeue(desk.model, ticket)),
);

export const workflow = ticketStep(
  'workflow',
  ({ status }) => status === 'CREATED' || status === 'WORKFLOW_PENDING',
  fc.constantFrom('WORKFLOW_PENDING', 'WORKFLOW_DONE', 'WORKFLOW_DONE', 'ERROR'),
  (desk, ticket, status) =>
    desk.send(asService('PUT', `/v1/tickets/${ticket.id}/status`, { status }), () =>
      setWorkflowStatus(desk.model, ticket, status),
    ),
);

const changes = fc.constantFrom<Partial<Chat>>(
  { language: 'tha' },
  { language: 'eng', priority: 2 },
  { entityId: 'FP_TH' },
  { orderId: 'o1', ccr: 'billing - refund' },
  { priority: 5 },
);

export const updateFields = ticketStep('update', isOpen, changes, (desk, ticket, fields) => {
  const { priority } = fields;
  const changed = { metadata: metadataOf(fields), ...(priority === undefined ? {} : { priority }) };
  const body = { status: 'UPDATE_FIELD', fields: changed };
  return desk.send(asService('PUT', `/v1/tickets/${ticket.id}/status`, body), () =>
    update(desk.model, ticket, fields),
  );
});
