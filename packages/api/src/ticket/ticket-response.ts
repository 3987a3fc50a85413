import type { Ticket, TicketRecord, TicketStatus } from '@chat-ticket/contract';
import type { TicketRow } from '@chat-ticket/storage';
import { present, seconds, time } from '../wire.ts';

export const toTicket = (row: TicketRow, now: number): Ticket => ({
  id: row.id,
  content: JSON.parse(row.content) as Ticket['content'],
  metadata: {
    ...present({
      ccr: row.ccr,
      orderId: row.orderId,
      entityId: row.entityId,
      language: row.language,
      assignedTimestamp: time(row.assignedAt),
      pickedTimestamp: time(row.pickedAt),
      autoCloseWarningTimestamp: time(row.autoCloseWarningAt),
      autoCloseTimestamp: time(row.autoCloseAt),
    }),
    roomId: row.roomId,
    currentTimestamp: seconds(now),
    isChatRoomClosed: row.roomClosedAt !== null,
  },
  customer: {
    id: row.customerId,
    ...present({ firstName: row.customerFirstName, lastName: row.customerLastName, name: row.customerName }),
  },
});

export const toTicketRecord = (row: TicketRow, now: number): TicketRecord => ({
  ...toTicket(row, now),
  status: row.status as TicketStatus,
  priority: row.priority,
  queueId: row.queueId,
  tier: row.tier,
  createdTimestamp: seconds(row.createdAt),
  ...present({
    agentId: row.agentId,
    pickByTimestamp: time(row.pickBy),
    wrapUpTimestamp: time(row.wrapUpUntil),
    closedTimestamp: time(row.closedAt),
  }),
});
