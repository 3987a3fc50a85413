import { sql } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { appendChange } from '../event/append.ts';
import { placeInQueue } from '../queue/place-in-queue.ts';
import { appendAssignments, assignUpTo } from '../routing/assign.ts';
import { tickets } from '../schema.ts';
import { build, reader, statement } from '../statement.ts';
import {
  changeTicket,
  isMeant,
  type TicketChange,
  type TicketChangeOutcome,
  type TicketChangeParams,
} from './change.ts';
import { isOpen } from './state-sql.ts';

/** The fields to change; undefined ones stay. */
export type TicketFields = {
  /** JSON object. */
  content?: string | undefined;
  priority?: number | undefined;
  ccr?: string | undefined;
  orderId?: string | undefined;
  entityId?: string | undefined;
  language?: string | undefined;
};

type Params = TicketChangeParams & { [Name in keyof TicketFields]-?: string | number | null } & {
  note: string | null;
  changes: string;
};

type Placeholders = { readonly [Name in keyof Params]: ReturnType<typeof sql> };

const otherOpen = (p: Placeholders) => sql`exists (
  select 1 from tickets own join tickets other on other.customer_id = own.customer_id and other.id <> own.id
    and other.entity_id = coalesce(${p.entityId}, own.entity_id) and other.order_id = coalesce(${p.orderId}, own.order_id)
    and other.status <> 'CLOSED'
  where own.id = ${p.ticketId} and own.status <> 'CLOSED')`;

const update = statement<Params>((p) =>
  build
    .update(tickets)
    .set({
      content: sql`coalesce(${p.content}, ${tickets.content})`,
      priority: sql`coalesce(${p.priority}, ${tickets.priority})`,
      ccr: sql`coalesce(${p.ccr}, ${tickets.ccr})`,
      orderId: sql`coalesce(${p.orderId}, ${tickets.orderId})`,
      entityId: sql`coalesce(${p.entityId}, ${tickets.entityId})`,
      language: sql`coalesce(${p.language}, ${tickets.language})`,
      needSet: null,
      updatedAt: p.now,
      changeId: p.changeId,
    })
    .where(sql`${isMeant(p)} and ${isOpen(tickets)} and not ${otherOpen(p)}`),
);
const appendUpdated = appendChange<Params>('ticket.updated', sql`${isOpen(tickets)}`, (p) => ({
  note: p.note,
  changes: sql`json(${p.changes})`,
}));

const selectConflict = reader<Params>()({ isTaken: sql<number>`is_taken` }, (p, fields) =>
  build.select(fields).from(sql`(select ${otherOpen(p)} as is_taken)`),
);

/** Changes fields of an open ticket, which finds its queue again by them. */
export async function updateTicket(
  db: Database,
  {
    fields,
    changes,
    ...command
  }: TicketChange & { fields: TicketFields; changes: string; note: string | null },
): Promise<TicketChangeOutcome & { isTaken: boolean }> {
  const params: Params = {
    ...command,
    changes,
    content: fields.content ?? null,
    priority: fields.priority ?? null,
    ccr: fields.ccr ?? null,
    orderId: fields.orderId ?? null,
    entityId: fields.entityId ?? null,
    language: fields.language ?? null,
  };
  const { outcome, results } = await changeTicket<Params>(
    db,
    'ticket.updated',
    [selectConflict, update, placeInQueue, appendUpdated, ...assignUpTo(1), appendAssignments],
    params,
  );
  return { ...outcome, isTaken: selectConflict.rows(results[0]!)[0]!.isTaken === 1 };
}
