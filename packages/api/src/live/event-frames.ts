import type { LiveEvent } from '@chat-ticket/contract';
import { type Caller, hear } from '@chat-ticket/domain';
import type { EventRow } from '@chat-ticket/storage';

/** An event of the log, and its frames: each text is made once, however many are told. */
export class LogEntry {
  readonly seq: number;
  readonly event: LiveEvent;
  readonly bytes: number;
  #whole: string | undefined;
  #part: string | undefined;

  constructor(row: EventRow) {
    this.seq = row.seq;
    this.event = toEvent(row);
    this.bytes = row.data.length;
  }

  /** The frame that tells the caller of it; null: it is none of the caller’s business. */
  frameFor(caller: Caller): string | null {
    const heard = hear(caller, this.event);
    if (heard === null) return null;
    if (heard === this.event) return (this.#whole ??= JSON.stringify(heard));
    // Only customers are told a part, and all of them the same.
    return (this.#part ??= JSON.stringify(heard));
  }
}

const toEvent = ({ seq, type, at, ticketId, agentId, actorRole, actorId, data }: EventRow): LiveEvent =>
  ({
    seq,
    type,
    data: {
      timestamp: Math.floor(at / 1000),
      actor: { role: actorRole, id: actorId },
      ...(ticketId === null ? {} : { ticketId }),
      ...(agentId === null ? {} : { agentId }),
      ...present(JSON.parse(data) as Record<string, unknown>),
    },
  }) as LiveEvent;

const present = (data: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null));
