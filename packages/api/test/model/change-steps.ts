import * as fc from 'fast-check';
import type { HuntedDesk } from './hunted-desk.ts';
import { type Chat, isHeld, isOpen, isWaiting, type ModelTicket } from './model-desk.ts';
import { agent, asAgent, asService, asSupervisor, ticketStep } from './step.ts';
import {
  close,
  isActive,
  noteRefund,
  refuseVersion,
  type Refusal,
  setWorkflowStatus,
  update,
} from './ticket-life.ts';
import { escalate, requeue, transferToAgent, transferToQueue } from './ticket-move.ts';
import { metadataOf } from './ticket-steps.ts';
import type { Condition } from './version-log.ts';

type Foretell<Args> = (
  desk: HuntedDesk['model'],
  ticket: ModelTicket,
  owner: string | null,
  args: Args,
) => Refusal;
/** A change of a ticket that takes an If-Match, and how many assignments it makes besides, if it is refused. */
type Change<Args> = {
  isMeant: (ticket: ModelTicket) => boolean;
  args: fc.Arbitrary<Args>;
  send: (ticket: ModelTicket, args: Args) => [method: string, path: string, body?: object | undefined];
  foretell: Foretell<Args>;
  assignments: number;
};

const condition = fc.constantFrom<Condition | null>(null, null, null, null, 'current', 'past');

/** Made by one who may change any ticket, by the agent that has it, or by another. */
const changeBy = <Args>(
  name: string,
  askers: fc.Arbitrary<'service' | 'supervisor' | 'holder' | 'other'>,
  { isMeant, args, send, foretell, assignments }: Change<Args>,
) =>
  ticketStep(name, isMeant, fc.tuple(askers, condition, args), (desk, ticket, [who, version, drawn]) => {
    const owner = who === 'holder' ? ticket.agentId : who === 'other' ? 'ben' : null;
    const [method, path, body] = send(ticket, drawn);
    const request = [method, path, body, desk.ifMatch(ticket.id, version)] as const;
    const anyones = who === 'service' ? asService : asSupervisor;
    return desk.send(owner === null ? anyones(...request) : asAgent(owner, ...request), () =>
      version === 'past'
        ? refuseVersion(desk.model, ticket, { owner, assignments })
        : foretell(desk.model, ticket, owner, drawn),
    );
  });

const anybody = fc.constantFrom('supervisor' as const, 'holder' as const, 'other' as const);
const post =
  <Args>(action: string, bodyOf: (args: Args) => object | undefined) =>
  ({ id }: ModelTicket, args: Args): [method: string, path: string, body?: object | undefined] => [
    'POST',
    `/v1/tickets/${id}/${action}`,
    bodyOf(args),
  ];

const nothing = fc.constant(null);

export const closeTicket = changeBy('close', anybody, {
  isMeant: isHeld,
  args: nothing,
  send: post('close', () => undefined),
  foretell: close,
  assignments: 0,
});
export const escalateTicket = changeBy('escalate', anybody, {
  isMeant: isOpen,
  args: nothing,
  send: post('escalate', () => ({})),
  foretell: escalate,
  assignments: 2,
});
export const toAgent = changeBy('toAgent', anybody, {
  isMeant: isOpen,
  args: agent,
  send: post('transfer', (agentId) => ({ agentId })),
  foretell: transferToAgent,
  assignments: 1,
});
export const toQueue = changeBy('toQueue', anybody, {
  isMeant: (ticket) => isActive(ticket) || isWaiting(ticket),
  args: fc.constantFrom('thai', 'rest', 'default', 'vip'),
  send: post('transfer', (queueId) => ({ queueId })),
  foretell: transferToQueue,
  assignments: 2,
});
export const requeueTicket = changeBy('requeue', fc.constant('supervisor'), {
  isMeant: isActive,
  args: nothing,
  send: post('requeue', () => ({})),
  foretell: requeue,
  assignments: 2,
});

const putStatus = ({ id }: ModelTicket, body: object): [method: string, path: string, body: object] => [
  'PUT',
  `/v1/tickets/${id}/status`,
  body,
];

export const workflow = changeBy('workflow', fc.constant('service'), {
  isMeant: ({ status }) => status === 'CREATED' || status === 'WORKFLOW_PENDING',
  args: fc.constantFrom('WORKFLOW_PENDING', 'WORKFLOW_DONE', 'WORKFLOW_DONE', 'ERROR'),
  send: (ticket, status) => putStatus(ticket, { status }),
  foretell: (desk, ticket, _, status) => setWorkflowStatus(desk, ticket, status),
  assignments: 1,
});

export const refund = changeBy('refund', fc.constant('service'), {
  isMeant: () => true,
  args: nothing,
  send: (ticket) => putStatus(ticket, { status: 'REFUND_CREATED' }),
  foretell: noteRefund,
  assignments: 0,
});

const changes = fc.constantFrom<Partial<Chat>>(
  { language: 'tha' },
  { language: 'eng', priority: 2 },
  { entityId: 'FP_TH' },
  { orderId: 'o1', ccr: 'billing - refund' },
  { priority: 5 },
);

export const updateFields = changeBy('update', fc.constant('service'), {
  isMeant: isOpen,
  args: changes,
  send: (ticket, fields) => {
    const { priority } = fields;
    const changed = { metadata: metadataOf(fields), ...(priority === undefined ? {} : { priority }) };
    return putStatus(ticket, { status: 'UPDATE_FIELD', fields: changed });
  },
  foretell: (desk, ticket, _, fields) => update(desk, ticket, fields),
  assignments: 1,
});
