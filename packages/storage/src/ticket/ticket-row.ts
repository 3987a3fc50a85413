import type { InferSelectModel } from 'drizzle-orm';
import { tickets } from '../schema.ts';

export const ticketFields = {
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
  createdAt: tickets.createdAt,
  closedAt: tickets.closedAt,
  changeId: tickets.changeId,
};

export type TicketRow = Pick<InferSelectModel<typeof tickets>, keyof typeof ticketFields>;
