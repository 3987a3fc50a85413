import * as fc from 'fast-check';
import { touchLease } from './agent-rules.ts';
import { predictCreate } from './create-ticket-rules.ts';
import type { DeskUnderTest } from './desk-under-test.ts';
import { asAgent, asService } from './http-request.ts';
import type { ModelTicket, NewTicket } from './model-desk.ts';
import { step, ticketStep } from './step.ts';
import { closeRoom, decline, isActive, pick, type Refusal } from './ticket-rules.ts';

const newTicket = fc.record<NewTicket>({
  customerId: fc.constantFrom('c1', 'c2', 'c3', 'c4'),
  entityId: fc.constantFrom('', 'FP_TH'),
  orderId: fc.constantFrom('', 'o1', 'o2'),
  language: fc.constantFrom(null, 'tha', 'eng'),
  ccr: fc.constantFrom(null, 'billing - refund', 'delivery'),
  priority: fc.constantFrom(0, 0, 1, 3),
  fieldKeys: fc.constantFrom({}, {}, { level: 'gold' }, { level: 'silver', shop: 'S-1' }),
});

export const metadataOf = (fields: Partial<NewTicket>) =>
  Object.fromEntries(
    (['entityId', 'orderId', 'language', 'ccr'] as const).flatMap((name) =>
      fields[name] ? [[name, fields[name]]] : [],
    ),
  );

export const createTicket = (desk: DeskUnderTest, fields: NewTicket, key: string | null) => {
  const { customerId, priority, fieldKeys } = fields;
  const body = { customer: { id: customerId }, metadata: metadataOf(fields), priority, fields: fieldKeys };
  const headers = key === null ? {} : { 'Idempotency-Key': key };
  return desk.send(asService('POST', '/v1/tickets', body, headers), predictCreate(desk.model, fields, key));
};

const key = fc.constantFrom(null, null, 'k1', 'k2', 'k3');

export const createTicketStep = step(
  'createTicket',
  fc.record({ fields: newTicket, key }),
  (desk, { fields, key: idempotencyKey }) => createTicket(desk, fields, idempotencyKey),
);

/** Repeats a request, or sends another body with its idempotency key. */
export const repeatCreate = step(
  'repeatCreate',
  fc.record({ at: fc.nat(2), isOther: fc.constantFrom(false, false, true) }),
  async (desk, { at, isOther }) => {
    const keys = [...desk.model.keys];
    const known = keys[at % keys.length];
    if (!known) return;
    const [ownKey, { fields }] = known;
    await createTicket(desk, isOther ? { ...fields, priority: fields.priority + 1 } : fields, ownKey);
  },
);

/** The agent that calls: mostly (null) the one that has the ticket. */
const callingAgent = fc.constantFrom(null, null, null, null, 'ann', 'ben');

const agentStep = (
  name: string,
  isTarget: (ticket: ModelTicket) => boolean,
  send: (ticket: ModelTicket) => [method: string, path: string, body?: object],
  predict: (desk: DeskUnderTest['model'], ticket: ModelTicket, agentId: string) => Refusal,
) =>
  ticketStep(name, isTarget, callingAgent, (desk, ticket, agentId) => {
    const id = agentId ?? ticket.agentId ?? 'cho';
    return desk.send(asAgent(id, ...send(ticket)), () => {
      const refusal = predict(desk.model, ticket, id);
      // A refused call renews the lease as well.
      return touchLease(desk.model, id) ?? refusal;
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

let replies = 0;

/** The agent of a ticket writes to the customer. */
export const reply = ticketStep(
  'reply',
  isActive,
  fc.constant(null),
  async (desk, { id, roomId, agentId, ...ticket }) => {
    if (agentId === null || !isActive({ id, roomId, agentId, ...ticket })) return;
    const body = { clientMessageId: `reply-${++replies}`, text: 'Hello' };
    await desk.send(asAgent(agentId, 'POST', `/v1/rooms/${roomId}/messages`, body), () => {
      desk.model.events.push({ type: 'message.posted', subjectId: id, agentId, status: '' });
      return touchLease(desk.model, agentId);
    });
  },
);
