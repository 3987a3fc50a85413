import type { Role } from '@chat-ticket/contract';
import fc from 'fast-check';
import { documents } from './documents.ts';
import { drain, hear, putSettings, remove, save, setStatus } from './agent-life.ts';
import type { HuntedDesk } from './hunted-desk.ts';
import { intakeOutcome, openTicketOf, takeIn } from './intake.ts';
import { isOpen, type ModelDesk, type ModelTicket } from './model-desk.ts';
import { close, closeRoom, decline, pick, setWorkflowStatus, update } from './ticket-life.ts';
import { escalate, requeue, transferToAgent, transferToQueue } from './ticket-move.ts';

const agents = ['ann', 'ben', 'cho', 'dan'];
const agent = fc.constantFrom(...agents);

const chat = fc.record({
  customerId: fc.constantFrom('c1', 'c2', 'c3', 'c4'),
  entityId: fc.constantFrom('', 'FP_TH'),
  orderId: fc.constantFrom('', '', 'o1'),
  language: fc.constantFrom(null, 'tha', 'eng'),
  ccr: fc.constantFrom(null, 'billing - refund', 'delivery'),
  priority: fc.constantFrom(0, 0, 1, 3),
});

const metadata = (fields: Partial<ModelTicket>) =>
  Object.fromEntries(
    (['entityId', 'orderId', 'language', 'ccr'] as const).flatMap((name) =>
      fields[name] ? [[name, fields[name]]] : [],
    ),
  );

/** One of the open tickets, or now and then of the closed. */
function ticketAt(desk: ModelDesk, at: number): ModelTicket | undefined {
  const open = [...desk.tickets.values()].filter(isOpen);
  const choice = at % 16 === 0 || open.length === 0 ? [...desk.tickets.values()] : open;
  return choice[at % choice.length];
}

class Step implements fc.AsyncCommand<object, HuntedDesk> {
  readonly #name: string;
  readonly #act: (desk: HuntedDesk) => Promise<void> | void;
  constructor(name: string, args: unknown, act: (desk: HuntedDesk) => Promise<void> | void) {
    this.#name = `${name}(${JSON.stringify(args)})`;
    this.#act = act;
  }
  check = () => true;
  run = async (_: object, desk: HuntedDesk) => this.#act(desk);
  toString = () => this.#name;
}

const step = <Args>(
  name: string,
  args: fc.Arbitrary<Args>,
  act: (desk: HuntedDesk, args: Args) => Promise<void> | void,
) => args.map((drawn) => new Step(name, drawn, (desk) => act(desk, drawn)));

/** A step on a ticket, which there may be none of yet. */
const ticketStep = <Args extends object>(
  name: string,
  args: { [Name in keyof Args]: fc.Arbitrary<Args[Name]> },
  act: (desk: HuntedDesk, ticket: ModelTicket, args: Args) => Promise<void>,
) =>
  step(name, fc.record({ at: fc.nat(63), ...args }), async (desk, drawn) => {
    const ticket = ticketAt(desk.model, drawn.at);
    if (ticket) await act(desk, ticket, drawn as Args);
  });

const supervisor = (
  method: string,
  path: string,
  body?: unknown,
): [Role, string, string, string, unknown] => ['supervisor', 'sue', method, path, body];
const self = (
  id: string,
  method: string,
  path: string,
  body?: unknown,
): [Role, string, string, string, unknown] => ['agent', id, method, path, body];
const service = (method: string, path: string, body?: unknown): [Role, string, string, string, unknown] => [
  'service',
  'backend',
  method,
  path,
  body,
];

/** Who asks: mostly the agent that has the ticket. */
const asker = fc.option(agent, { nil: undefined, freq: 6 });
const owner = fc.constantFrom('supervisor', 'owner');

/** Whom the API may tell more: a supervisor, or the agent that has the ticket. */
const by = (who: string, ticket: ModelTicket, path: string, body?: unknown) =>
  who === 'owner' && ticket.agentId !== null
    ? ({ request: self(ticket.agentId, 'POST', path, body), owner: ticket.agentId } as const)
    : ({ request: supervisor('POST', path, body), owner: null } as const);

const bySelf = { isSelf: true, mayCreate: true, renewsLease: true };

export const steps = [
  step('intake', chat, (desk, drawn) => {
    const { customerId, priority, ...rest } = drawn;
    const outcome = intakeOutcome(desk.model, drawn);
    const body = { customer: { id: customerId }, metadata: metadata(rest), priority };
    return desk.send(service('POST', '/v1/tickets', body), ({ id, roomId }) => {
      if (outcome === 'open' && openTicketOf(desk.model, drawn)?.id !== id) return 'the open ticket';
      takeIn(desk.model, drawn, outcome === 'created' ? { id, roomId } : null);
      return outcome === 'queue_closed' ? outcome : null;
    });
  }),
  step('online', agent, (desk, id) =>
    desk.send(self(id, 'PUT', '/v1/online'), () => setStatus(desk.model, id, 'online', bySelf)),
  ),
  step('offline', agent, (desk, id) =>
    desk.send(self(id, 'PUT', '/v1/offline'), () =>
      setStatus(desk.model, id, 'offline', { isSelf: true, mayCreate: false, renewsLease: false }),
    ),
  ),
  step('busy', agent, (desk, id) =>
    desk.send(self(id, 'PUT', '/v1/status', { status: 'busy' }), () =>
      setStatus(desk.model, id, 'busy', bySelf),
    ),
  ),
  step(
    'supervisorSets',
    fc.record({ id: agent, status: fc.constantFrom('online', 'break') }),
    (desk, { id, status }) =>
      desk.send(supervisor('PUT', `/v1/agents/${id}/status`, { status }), () =>
        setStatus(desk.model, id, status, { isSelf: false, mayCreate: false, renewsLease: false }),
      ),
  ),
  step('heartbeat', agent, (desk, id) =>
    desk.send(self(id, 'GET', '/v1/tickets'), () => hear(desk.model, id)),
  ),
  ticketStep<{ as: string | undefined }>('pick', { as: asker }, async (desk, ticket, { as }) => {
    const id = as ?? ticket.agentId ?? 'ann';
    await desk.send(self(id, 'PUT', `/v1/tickets/${ticket.id}/pickedTime`), () =>
      desk.model.agents.has(id) ? later(desk, id, pick(desk.model, ticket, id)) : 'agent_not_found',
    );
  }),
  ticketStep<{ as: string | undefined }>('decline', { as: asker }, async (desk, ticket, { as }) => {
    const id = as ?? ticket.agentId ?? 'ann';
    await desk.send(self(id, 'POST', `/v1/tickets/${ticket.id}/decline`, {}), () => {
      const refusal = decline(desk.model, ticket, id);
      return desk.model.agents.has(id) ? later(desk, id, refusal) : 'agent_not_found';
    });
  }),
  ticketStep<{ as: string | undefined }>('closeRoom', { as: asker }, async (desk, ticket, { as }) => {
    const id = as ?? ticket.agentId ?? 'ann';
    await desk.send(self(id, 'DELETE', `/v1/rooms/${ticket.roomId}`), () =>
      desk.model.agents.has(id) ? later(desk, id, closeRoom(desk.model, ticket, id)) : 'agent_not_found',
    );
  }),
  ticketStep<{ who: string }>('close', { who: owner }, async (desk, ticket, { who }) => {
    const { request, owner: own } = by(who, ticket, `/v1/tickets/${ticket.id}/close`);
    await desk.send([...request], () => close(desk.model, ticket, own));
  }),
  ticketStep<{ who: string; to: string }>(
    'toAgent',
    { who: owner, to: agent },
    async (desk, ticket, { who, to }) => {
      const { request, owner: own } = by(who, ticket, `/v1/tickets/${ticket.id}/transfer`, { agentId: to });
      await desk.send([...request], () => transferToAgent(desk.model, ticket, to, own));
    },
  ),
  ticketStep<{ who: string; queueId: string }>(
    'toQueue',
    { who: owner, queueId: fc.constantFrom('thai', 'rest', 'default', 'vip') },
    async (desk, ticket, { who, queueId }) => {
      const { request, owner: own } = by(who, ticket, `/v1/tickets/${ticket.id}/transfer`, { queueId });
      await desk.send([...request], () => transferToQueue(desk.model, ticket, queueId, own));
    },
  ),
  ticketStep<{ who: string }>('escalate', { who: owner }, async (desk, ticket, { who }) => {
    const { request, owner: own } = by(who, ticket, `/v1/tickets/${ticket.id}/escalate`, {});
    await desk.send([...request], () => escalate(desk.model, ticket, own));
  }),
  ticketStep<object>('requeue', {}, (desk, ticket) =>
    desk.send(supervisor('POST', `/v1/tickets/${ticket.id}/requeue`, {}), () => requeue(desk.model, ticket)),
  ),
  ticketStep<{ status: 'WORKFLOW_PENDING' | 'WORKFLOW_DONE' | 'ERROR' }>(
    'workflow',
    {
      status: fc.constantFrom(
        'WORKFLOW_PENDING',
        'WORKFLOW_PENDING',
        'WORKFLOW_DONE',
        'WORKFLOW_DONE',
        'ERROR',
      ),
    },
    (desk, ticket, { status }) =>
      desk.send(service('PUT', `/v1/tickets/${ticket.id}/status`, { status }), () =>
        setWorkflowStatus(desk.model, ticket, status),
      ),
  ),
  ticketStep<{ fields: Partial<ModelTicket> }>(
    'update',
    {
      fields: fc.constantFrom<Partial<ModelTicket>>(
        { language: 'tha' },
        { language: 'eng', priority: 2 },
        { entityId: 'FP_TH' },
        { orderId: 'o1', ccr: 'billing - refund' },
        { priority: 5 },
      ),
    },
    (desk, ticket, { fields }) => {
      const { priority, ...rest } = fields;
      const body = {
        status: 'UPDATE_FIELD',
        fields: { metadata: metadata(rest), ...(priority === undefined ? {} : { priority }) },
      };
      return desk.send(service('PUT', `/v1/tickets/${ticket.id}/status`, body), () =>
        update(desk.model, ticket, fields),
      );
    },
  ),
  step(
    'drain',
    fc.record({ id: agent, picked: fc.constantFrom('keep', 'requeue') }),
    (desk, { id, picked }) =>
      desk.send(supervisor('POST', `/v1/agents/${id}/drain`, { picked }), () =>
        drain(desk.model, id, picked),
      ),
  ),
  step(
    'putAgent',
    fc.record(
      {
        id: agent,
        capacity: fc.constantFrom(0, 1, 1, 2, 4),
        skills: fc.constantFrom(
          [],
          [],
          ['language:tha'],
          ['vip', 'language:eng'],
          ['tier:2'],
          ['tier:3', 'vip'],
        ),
      },
      { requiredKeys: ['id', 'skills'] },
    ),
    (desk, { id, ...record }) =>
      desk.send(
        supervisor('PUT', `/v1/agents/${id}`, { email: `${id}@desk.test`, name: id, ...record }),
        () => {
          save(desk.model, id, record);
          return null;
        },
      ),
  ),
  step('deleteAgent', agent, (desk, id) =>
    desk.send(supervisor('DELETE', `/v1/agents/${id}`), () => remove(desk.model, id)),
  ),
  step('putSettings', fc.nat(documents.length - 1), (desk, i) =>
    desk.send(supervisor('PUT', '/v1/settings', documents[i]), () => {
      putSettings(desk.model, documents[i]!);
      return null;
    }),
  ),
  step('sweep', fc.constant(null), (desk) => desk.sweep()),
  step('pass', fc.constantFrom(1, 500, 5_000, 20_000, 61_000, 180_000, 3_600_000), (desk, ms) =>
    desk.pass(ms),
  ),
];

/** The desk has heard of the agent by then, whatever came of the call. */
function later(desk: HuntedDesk, id: string, refusal: string | null): string | null {
  hear(desk.model, id);
  return refusal;
}
