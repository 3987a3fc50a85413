import type { Ticket, TicketRecord } from '@chat-ticket/contract';
import type { TicketRow } from '@chat-ticket/storage';
import { withoutEmpty, toSeconds, toTimestamp } from '../route/wire.ts';

/** A ticket as its agent sees it. */
export const toTicket = (row: TicketRow, now: number): Ticket => ({
  id: row.id,
  content: row.content,
  metadata: {
    ...withoutEmpty({
      ccr: row.ccr,
      orderId: row.orderId,
      entityId: row.entityId,
      language: row.language,
      assignedTimestamp: toTimestamp(row.assignedAt),
      pickedTimestamp: toTimestamp(row.pickedAt),
      autoCloseWarningTimestamp: toTimestamp(row.autoCloseWarningAt),
      autoCloseTimestamp: toTimestamp(row.autoCloseAt),
    }),
    roomId: row.roomId,
    currentTimestamp: toSeconds(now),
    isChatRoomClosed: row.roomClosedAt !== null,
  },
  customer: {
    id: row.customerId,
    ...withoutEmpty({
      firstName: row.customerFirstName,
      lastName: row.customerLastName,
      name: row.customerName,
    }),
  },
  ...withoutEmpty({
    fields: Object.keys(row.fields).length > 0 ? row.fields : null,
    tags: row.tags.length > 0 ? row.tags : null,
    closingCode: row.closingCode,
    closingNote: row.closingNote,
  }),
});

/** A ticket with its routing state. */
export const toTicketRecord = (row: TicketRow, now: number): TicketRecord => ({
  ...toTicket(row, now),
  status: row.status,
  priority: row.priority,
  queueId: row.queueId,
  tier: row.tier,
  createdTimestamp: toSeconds(row.createdAt),
  ...withoutEmpty({
    agentId: row.agentId,
    pickByTimestamp: toTimestamp(row.pickBy),
    wrapUpTimestamp: toTimestamp(row.wrapUpUntil),
    closedTimestamp: toTimestamp(row.closedAt),
  }),
});

/** The response with a ticket. Its ETag is the version that If-Match takes. */
export const ticketResponse = (row: TicketRow, now: number) => ({
  status: 200 as const,
  body: toTicketRecord(row, now),
  headers: { ETag: `"${row.changeId}"` },
});
