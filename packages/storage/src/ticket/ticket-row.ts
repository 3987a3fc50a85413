import type { InferSelectModel } from 'drizzle-orm';
import { tickets } from '../schema.ts';

export type TicketRow = Omit<
  InferSelectModel<typeof tickets>,
  'waitingStatus' | 'rank' | 'assignments' | 'changeId' | 'updatedAt'
>;

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
  agentId: tickets.agentId,
  assignedAt: tickets.assignedAt,
  pickedAt: tickets.pickedAt,
  autoCloseWarningAt: tickets.autoCloseWarningAt,
  autoCloseAt: tickets.autoCloseAt,
  createdAt: tickets.createdAt,
  closedAt: tickets.closedAt,
};
