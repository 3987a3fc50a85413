import type { LiveEvent } from '@chat-ticket/contract';
import { type Principal, visibleEvent } from '@chat-ticket/domain';
import type { EventRow } from '@chat-ticket/storage';
import { toLiveEvent } from '../event/event-response.ts';

/** An event and the frames that carry it. Each frame is serialised once, however many connections get it. */
export class EventFrames {
  readonly seq: number;
  readonly event: LiveEvent;
  /** The number of the event among those of its room that customers get; null: they do not get it. */
  readonly customerSeq: number | null;
  readonly #customerMessageSeq: number | null;
  /** The size of the event’s data, in bytes. */
  readonly bytes: number;
  #full: string | undefined;
  #reduced: string | undefined;

  constructor(row: EventRow) {
    this.seq = row.seq;
    this.event = toLiveEvent(row);
    this.customerSeq = row.customerSeq;
    this.#customerMessageSeq = row.customerMessageSeq;
    this.bytes = row.data.length;
  }

  /** The frame that the principal gets; null when the principal may not see the event. */
  frameFor(principal: Principal): string | null {
    const visible = visibleEvent(principal, this.event, {
      customerSeq: this.customerSeq,
      customerMessageSeq: this.#customerMessageSeq,
    });
    if (visible === null) return null;
    if (visible === this.event) return (this.#full ??= JSON.stringify(visible));
    // Only customers get a reduced event, and all of them the same one.
    return (this.#reduced ??= JSON.stringify(visible));
  }
}
