import { statesBefore, type TicketState } from '@chat-ticket/domain';
import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { appendChange, appendTicketEvents } from '../event/append.ts';
import { placeInQueue } from '../queue/place-in-queue.ts';
import { appendAssignments, assignUpTo } from '../routing/assign.ts';
import { withoutAgent } from '../routing/return-tickets.ts';
import { tickets } from '../schema.ts';
import { build, type Statement, statement } from '../statement.ts';
import {
  changeTicket,
  isMeant,
  type TicketChange,
  type TicketChangeOutcome,
  type TicketChangeParams,
} from './change.ts';
import { statusIn } from './state-sql.ts';

/** Where a workflow takes a ticket; closing and escalating have commands of their own. */
export type WorkflowStatus = 'WORKFLOW_PENDING' | 'WORKFLOW_DONE' | 'ERROR';

type Params = TicketChangeParams & { note: string | null };

const stops = { widenAt: null, retryAt: null } as const;
const set: Record<WorkflowStatus, Record<string, SQL | string | number | null>> = {
  WORKFLOW_PENDING: stops,
  WORKFLOW_DONE: { waitingStatus: 'WORKFLOW_DONE', needSet: null },
  ERROR: { ...withoutAgent, ...stops },
};

const goes = (p: { [Name in keyof Params]: SQL }, status: TicketState) =>
  sql`${isMeant(p)} and ${statusIn(tickets, statesBefore(status))}`;

const toStatus = (status: WorkflowStatus): Statement<Params>[] => [
  // Before the UPDATE: an error takes the ticket from its agent, who is to be told.
  appendTicketEvents<Params>(
    'ticket.status_changed',
    (p) => goes(p, status),
    (p) => ({ status: sql.raw(`'${status}'`), note: p.note }),
  ),
  statement<Params>((p) =>
    build
      .update(tickets)
      .set({ ...set[status], status, updatedAt: p.now, changeId: p.changeId })
      .where(goes(p, status)),
  ),
  placeInQueue,
  ...assignUpTo(1),
  appendAssignments,
];

const steps: Record<WorkflowStatus, Statement<Params>[]> = {
  WORKFLOW_PENDING: toStatus('WORKFLOW_PENDING'),
  WORKFLOW_DONE: toStatus('WORKFLOW_DONE'),
  ERROR: toStatus('ERROR'),
};

/** Takes a ticket a step through its workflow, or out of it by an error, which takes it from its agent. */
export async function setTicketStatus(
  db: Database,
  { status, ...command }: TicketChange & { status: WorkflowStatus; note: string | null },
): Promise<TicketChangeOutcome> {
  const { outcome } = await changeTicket(db, 'ticket.status_changed', steps[status], command);
  return outcome;
}

const noteRefund = statement<Params>((p) =>
  build.update(tickets).set({ updatedAt: p.now, changeId: p.changeId }).where(isMeant(p)),
);
const appendRefund = appendChange<Params>('ticket.refund_created', sql`1`, (p) => ({ note: p.note }));

/** Writes into the history that a refund was made; the ticket stays where it is, closed or not. */
export async function noteRefundCreated(
  db: Database,
  command: TicketChange & { note: string | null },
): Promise<TicketChangeOutcome> {
  const { outcome } = await changeTicket(db, 'ticket.refund_created', [noteRefund, appendRefund], command);
  return outcome;
}
