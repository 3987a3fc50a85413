import { readTicketPage } from '@chat-ticket/api';
import type { FoundTicket } from '@chat-ticket/contract';
import { alignedTable } from '@chat-ticket/text';
import { parseConfig } from '../config/parse-config.ts';
import { withWorkspace } from '../database/with-workspace.ts';
import { firstItems, printList } from './list.ts';

type Query = Parameters<typeof readTicketPage>[2]['query'];

type Options = {
  status?: Query['status'];
  open?: true;
  closed?: true;
  queue?: string;
  agent?: string;
  customer?: string;
  orderId?: string;
  entity?: string;
  ccr?: string;
  language?: string;
  waitingCustomer?: true;
  createdFrom?: number;
  createdTo?: number;
  closedFrom?: number;
  closedTo?: number;
  order: NonNullable<Query['order']>;
  limit: number;
  json?: true;
  workspace: string;
};

export async function searchTickets({ limit, json, workspace, ...options }: Options): Promise<void> {
  const now = Date.now();
  const query = queryOf(options);
  const tickets = await withWorkspace(parseConfig(process.env), workspace, (send) =>
    firstItems(limit, async (page) => {
      const { tickets: items, nextCursor } = await readTicketPage(send, now, { ...page, query, owner: null });
      return { items, nextCursor };
    }),
  );
  printList(tickets, { json: json === true, nouns: 'tickets', table: (items) => table(items, now) });
}

const queryOf = ({
  open,
  closed,
  queue,
  agent,
  customer,
  entity,
  waitingCustomer,
  ...options
}: Omit<Options, 'limit' | 'json' | 'workspace'>): Query => {
  if (open && closed) throw new Error('Give --open or --closed, not both: no ticket is both.');
  return {
    ...options,
    isOpen: open ? true : closed && false,
    queueId: queue,
    agentId: agent,
    customerId: customer,
    entityId: entity,
    hasWaitingCustomer: waitingCustomer,
  };
};

const table = (tickets: readonly FoundTicket[], now: number): string =>
  alignedTable(
    ['id', 'status', 'queue', 'agent', 'customer', 'reason', 'customer waits', 'goal left', 'created'],
    tickets.map((ticket) => [
      ticket.id,
      ticket.status,
      ticket.queueId,
      ticket.agentId ?? '',
      ticket.customer.name ?? ticket.customer.id,
      ticket.metadata.ccr ?? '',
      duration(ticket.customerWaitsSinceTimestamp, (since) => now / 1000 - since),
      duration(ticket.goalLeftMs, (leftMs) => leftMs / 1000),
      `${new Date(ticket.createdTimestamp * 1000).toISOString().slice(0, 19).replace('T', ' ')} UTC`,
    ]),
    new Set(['customer waits', 'goal left']),
  );

/** Seconds as minutes and seconds, such as `2:05` or `-1:30`. */
function duration(value: number | undefined, toSeconds: (value: number) => number): string {
  if (value === undefined) return '';
  const seconds = Math.round(toSeconds(value));
  const absolute = Math.abs(seconds);
  return `${seconds < 0 ? '-' : ''}${Math.floor(absolute / 60)}:${String(absolute % 60).padStart(2, '0')}`;
}
