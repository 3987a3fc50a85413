import type { HistoryEntry, TicketStatus } from '@chat-ticket/contract';
import type { EventRow } from '@chat-ticket/storage';
import { withoutEmpty, toSeconds } from '../route/wire.ts';

/** The data that commands write into a ticket’s events. */
type Data = {
  status: TicketStatus;
  queueId: string;
  reason?: string | null;
  note?: string | null;
  step?: number | null;
  changes?: Record<string, unknown> | null;
  tags?: string[] | null;
  closingCode?: string | null;
  closingNote?: string | null;
};

/** Events that do not change the ticket’s status. The history shows them under a status of their own. */
const entryStatus: Partial<Record<EventRow['type'], TicketStatus>> = {
  'ticket.updated': 'UPDATE_FIELD',
  'ticket.refund_created': 'REFUND_CREATED',
};

/** An event of a ticket’s history on the wire. */
export const toEntry = (row: EventRow): HistoryEntry => {
  const { status, queueId, ...data } = JSON.parse(row.data) as Data;
  const { reason, note, step, changes, tags, closingCode, closingNote } = data;
  return {
    seq: row.seq,
    timestamp: toSeconds(row.at),
    type: row.type,
    status: entryStatus[row.type] ?? status,
    actor: { role: row.actorRole, id: row.actorId },
    ...withoutEmpty({
      queueId,
      agentId: row.agentId,
      reason,
      note,
      step,
      changes,
      tags,
      closingCode,
      closingNote,
    }),
  };
};
