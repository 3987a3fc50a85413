import type { SQLOutputValue } from 'node:sqlite';

type Row = Record<string, SQLOutputValue>;

const seconds = (at: SQLOutputValue | undefined) => (at ? Math.floor(Number(at) / 1000) : undefined);
const text = (value: SQLOutputValue | undefined) => value || undefined;

// JSON.stringify omits fields that are undefined.
export const toTicket = (row: Row) => ({
  id: row.id,
  content: JSON.parse(String(row.content)) as unknown,
  metadata: {
    ccr: text(row.ccr),
    orderId: text(row.order_id),
    entityId: text(row.entity_id),
    language: text(row.language),
    assignedTimestamp: seconds(row.assigned_at),
    roomId: row.room_id,
    currentTimestamp: seconds(Date.now()),
    isChatRoomClosed: row.status === 'CLOSED',
  },
  customer: {
    id: row.customer_id,
    firstName: text(row.customer_first_name),
    lastName: text(row.customer_last_name),
    name: text(row.customer_name),
  },
});

export const toTicketRecord = (row: Row) => ({
  ...toTicket(row),
  status: row.status,
  priority: row.priority,
  // The baseline has one queue and no deadlines. These fields make the response as large as the desk’s.
  queueId: 'default',
  tier: 1,
  pickByTimestamp: row.status === 'ASSIGNED' ? seconds(Number(row.assigned_at) + 60_000) : undefined,
  createdTimestamp: seconds(row.created_at),
  agentId: text(row.agent_id),
  closedTimestamp: seconds(row.closed_at),
});

export const toStatusInfo = (row: Row) => ({ id: row.id, status: row.status });
