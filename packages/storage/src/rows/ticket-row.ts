import { eq } from 'drizzle-orm';
import { build, built, type Placeholders } from '../command/built.ts';
import { tickets } from '../schema.ts';

/** The columns of a `TicketRow`. */
export const ticketColumns = {
  id: tickets.id,
  status: tickets.status,
  priority: tickets.priority,
  entityId: tickets.entityId,
  language: tickets.language,
  ccr: tickets.ccr,
  orderId: tickets.orderId,
  customerId: tickets.customerId,
  customerFirstName: tickets.customerFirstName,
  customerLastName: tickets.customerLastName,
  customerName: tickets.customerName,
  content: tickets.content,
  roomId: tickets.roomId,
  roomClosedAt: tickets.roomClosedAt,
  queueId: tickets.queueId,
  tier: tickets.tier,
  agentId: tickets.agentId,
  assignedAt: tickets.assignedAt,
  pickBy: tickets.pickBy,
  pickedAt: tickets.pickedAt,
  wrapUpUntil: tickets.wrapUpUntil,
  autoCloseWarningAt: tickets.autoCloseWarningAt,
  autoCloseAt: tickets.autoCloseAt,
  fields: tickets.fields,
  tags: tickets.tags,
  closingCode: tickets.closingCode,
  closingNote: tickets.closingNote,
  createdAt: tickets.createdAt,
  closedAt: tickets.closedAt,
  changeId: tickets.changeId,
};

/** The ticket with the id `:ticketId`. No row: it does not exist. */
export const selectTicket = built((p: Placeholders<{ ticketId: string }>) =>
  build.select(ticketColumns).from(tickets).where(eq(tickets.id, p.ticketId)),
);

/** The ticket of the room `:roomId`. No row: the room does not exist. */
export const selectTicketOfRoom = built((p: Placeholders<{ roomId: string }>) =>
  build.select(ticketColumns).from(tickets).where(eq(tickets.roomId, p.roomId)),
);

/** A ticket as it is stored. Times are in ms since 1970. */
export type TicketRow = ReturnType<typeof selectTicket.read>[number];
