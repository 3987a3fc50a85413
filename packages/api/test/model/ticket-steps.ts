import * as fc from 'fast-check';
import { hear } from './agent-life.ts';
import type { HuntedDesk } from './hunted-desk.ts';
import { foretellIntake } from './intake.ts';
import type { Chat, ModelTicket } from './model-desk.ts';
import { asAgent, asService, step, ticketStep } from './step.ts';
import { closeRoom, decline, isActive, pick, type Refusal } from './ticket-life.ts';

const chat = fc.record<Chat>({
  customerId: fc.constantFrom('c1', 'c2', 'c3', 'c4'),
  entityId: fc.constantFrom('', 'FP_TH'),
  orderId: fc.constantFrom('', 'o1', 'o2'),
  language: fc.constantFrom(null, 'tha', 'eng'),
  ccr: fc.constantFrom(null, 'billing - refund', 'delivery'),
  priority: fc.constantFrom(0, 0, 1, 3),
});

export const metadataOf = (fields: Partial<Chat>) =>
  Object.fromEntries(
    (['entityId', 'orderId', 'language', 'ccr'] as const).flatMap((name) =>
      fields[name] ? [[name, fields[name]]] : [],
    ),
  );

export const takeIn = (desk: HuntedDesk, drawn: Chat, key: string | null) => {
  const body = { customer: { id: drawn.customerId }, metadata: metadataOf(drawn), priority: drawn.priority };
  const headers = key === null ? {} : { 'Idempotency-Key': key };
  return desk.send(asService('POST', '/v1/tickets', body, headers), foretellIntake(desk.model, drawn, key));
};

const key = fc.constantFrom(null, null, 'k1', 'k2', 'k3');

export const intake = step('intake', fc.record({ chat, key }), (desk, drawn) =>
  takeIn(desk, drawn.chat, drawn.key),
);

/** An intake sent again, or another under its key. */
export const intakeAgain = step(
  'intakeAgain',
  fc.record({ at: fc.nat(2), isOther: fc.constantFrom(false, false, true) }),
  async (desk, { at, isOther }) => {
    const keys = [...desk.model.keys];
    const known = keys[at % keys.length];
    if (!known) return;
    const [own, { chat: first }] = known;
    await takeIn(desk, isOther ? { ...first, priority: first.priority + 1 } : first, own);
  },
);

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
