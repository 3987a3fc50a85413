import type { DeskEvent, LiveEvent } from '@chat-ticket/contract';
import type { EventRow } from '@chat-ticket/storage';
import { toSeconds, withoutEmpty, withoutNulls } from '../route/wire.ts';

const dataOf = (row: EventRow) => withoutNulls(JSON.parse(row.data) as Record<string, unknown>);

/** An event as `listEvents` returns it. */
export const toDeskEvent = (row: EventRow): DeskEvent => ({
  seq: row.seq,
  type: row.type,
  timestamp: toSeconds(row.at),
  ...withoutEmpty({ ticketId: row.ticketId, agentId: row.agentId }),
  actor: { role: row.actorRole, id: row.actorId },
  data: dataOf(row),
});

/** An event as the live channel sends it, with nothing withheld. */
export const toLiveEvent = (row: EventRow): LiveEvent =>
  ({
    seq: row.seq,
    type: row.type,
    data: {
      timestamp: toSeconds(row.at),
      actor: { role: row.actorRole, id: row.actorId },
      ...withoutNulls({ ticketId: row.ticketId, agentId: row.agentId }),
      ...dataOf(row),
    },
  }) as LiveEvent;
