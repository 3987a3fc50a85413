import * as fc from 'fast-check';
import type { DeskUnderTest } from './desk-under-test.ts';
import { asAgent, asService, asSupervisor } from './http-request.ts';
import { isHeld, isOpen, isWaiting, type ModelTicket, type NewTicket } from './model-desk.ts';
import { agent, ticketStep } from './step.ts';
import {
  changeFields,
  close,
  isActive,
  recordRefund,
  refuseVersion,
  setClosingCode,
  type Refusal,
  setWorkflowStatus,
  updateFields as predictUpdate,
} from './ticket-rules.ts';
import { metadataOf } from './ticket-steps.ts';
import type { Condition } from './ticket-versions.ts';
import { escalate, requeue, transferToAgent, transferToQueue } from './transfer-rules.ts';

type Predict<Args> = (
  desk: DeskUnderTest['model'],
  ticket: ModelTicket,
  owner: string | null,
  args: Args,
) => Refusal;
/** A change of a ticket that accepts an If-Match. */
type Change<Args> = {
  isTarget: (ticket: ModelTicket) => boolean;
  args: fc.Arbitrary<Args>;
  send: (ticket: ModelTicket, args: Args) => [method: string, path: string, body?: object | undefined];
  predict: Predict<Args>;
  /** How many waiting tickets its batch assigns, also if it is refused. */
  assignments: number;
};

const condition = fc.constantFrom<Condition | null>(null, null, null, null, 'current', 'past');

/** A step that changes a ticket: by a caller who may change any ticket, by its assignee, or by another agent. */
const changeBy = <Args>(
  name: string,
  callers: fc.Arbitrary<'service' | 'supervisor' | 'assignee' | 'other'>,
  { isTarget, args, send, predict, assignments }: Change<Args>,
) =>
  ticketStep(name, isTarget, fc.tuple(callers, condition, args), (desk, ticket, [caller, version, drawn]) => {
    const owner = caller === 'assignee' ? ticket.agentId : caller === 'other' ? 'ben' : null;
    const [method, path, body] = send(ticket, drawn);
    const request = [method, path, body, desk.ifMatch(ticket.id, version)] as const;
    const asUnrestricted = caller === 'service' ? asService : asSupervisor;
    return desk.send(owner === null ? asUnrestricted(...request) : asAgent(owner, ...request), () =>
      version === 'past'
        ? refuseVersion(desk.model, ticket, { owner, assignments })
        : predict(desk.model, ticket, owner, drawn),
    );
  });

const supervisorOrAgent = fc.constantFrom('supervisor' as const, 'assignee' as const, 'other' as const);
const post =
  <Args>(action: string, bodyOf: (args: Args) => object | undefined) =>
  ({ id }: ModelTicket, args: Args): [method: string, path: string, body?: object | undefined] => [
    'POST',
    `/v1/tickets/${id}/${action}`,
    bodyOf(args),
  ];

const noArgs = fc.constant(null);

export const closeTicket = changeBy('close', supervisorOrAgent, {
  isTarget: isHeld,
  args: fc.constantFrom(null, null, null, 'solved', 'refunded'),
  send: post('close', (code) => (code === null ? undefined : { closingCode: code })),
  predict: close,
  assignments: 0,
});
export const setCode = changeBy('setClosingCode', supervisorOrAgent, {
  isTarget: () => true,
  args: fc.constantFrom('solved', 'solved', 'refunded'),
  send: ({ id }, code) => ['PUT', `/v1/tickets/${id}/closingCode`, { closingCode: code }],
  predict: setClosingCode,
  assignments: 0,
});
export const escalateTicket = changeBy('escalate', supervisorOrAgent, {
  isTarget: isOpen,
  args: noArgs,
  send: post('escalate', () => ({})),
  predict: escalate,
  assignments: 2,
});
export const toAgent = changeBy('toAgent', supervisorOrAgent, {
  isTarget: isOpen,
  args: agent,
  send: post('transfer', (agentId) => ({ agentId })),
  predict: transferToAgent,
  assignments: 1,
});
export const toQueue = changeBy('toQueue', supervisorOrAgent, {
  isTarget: (ticket) => isActive(ticket) || isWaiting(ticket),
  args: fc.constantFrom('thai', 'rest', 'default', 'vip'),
  send: post('transfer', (queueId) => ({ queueId })),
  predict: transferToQueue,
  assignments: 2,
});
export const requeueTicket = changeBy('requeue', fc.constant('supervisor'), {
  isTarget: isActive,
  args: noArgs,
  send: post('requeue', () => ({})),
  predict: requeue,
  assignments: 2,
});

const putStatus = ({ id }: ModelTicket, body: object): [method: string, path: string, body: object] => [
  'PUT',
  `/v1/tickets/${id}/status`,
  body,
];

export const workflow = changeBy('workflow', fc.constant('service'), {
  isTarget: ({ status }) => status === 'CREATED' || status === 'WORKFLOW_PENDING',
  args: fc.constantFrom('WORKFLOW_PENDING', 'WORKFLOW_DONE', 'WORKFLOW_DONE', 'ERROR'),
  send: (ticket, status) => putStatus(ticket, { status }),
  predict: (desk, ticket, _, status) => setWorkflowStatus(desk, ticket, status),
  assignments: 1,
});

export const refund = changeBy('refund', fc.constant('service'), {
  isTarget: () => true,
  args: noArgs,
  send: (ticket) => putStatus(ticket, { status: 'REFUND_CREATED' }),
  predict: recordRefund,
  assignments: 0,
});

export const setFields = changeBy('setFields', supervisorOrAgent, {
  isTarget: () => true,
  args: fc.constantFrom<Record<string, string | null>>(
    { level: 'gold' },
    { level: null, shop: 'S-1' },
    { shop: null },
  ),
  send: post('fields', (fields) => ({ fields })),
  predict: changeFields,
  assignments: 1,
});

const changes = fc.constantFrom<Partial<NewTicket>>(
  { language: 'tha' },
  { language: 'eng', priority: 2 },
  { entityId: 'FP_TH' },
  { orderId: 'o1', ccr: 'billing - refund' },
  { priority: 5 },
);

export const updateFields = changeBy('update', fc.constant('service'), {
  isTarget: isOpen,
  args: changes,
  send: (ticket, fields) => {
    const { priority } = fields;
    const changed = { metadata: metadataOf(fields), ...(priority === undefined ? {} : { priority }) };
    return putStatus(ticket, { status: 'UPDATE_FIELD', fields: changed });
  },
  predict: (desk, ticket, _, fields) => predictUpdate(desk, ticket, fields),
  assignments: 1,
});
