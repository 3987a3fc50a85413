import { Settings } from '@chat-ticket/contract';
import { type InferInput, parse } from 'valibot';
import type { Day, TicketKind } from './day.ts';

/** A ticket of a handmade day. Times in seconds; `at` counts from the start of the day. */
export type TicketSpec = Partial<TicketKind> & {
  readonly at: number;
  /** Default: 60. */
  readonly handling?: number;
  /** Default: endless. */
  readonly patience?: number;
  /** Default: 0. */
  readonly wrapUp?: number;
  /** The pick delays of its offers in order. The last one also holds for all later offers. Default: 0. */
  readonly pickDelays?: readonly number[];
};

/** Monday, 00:00 UTC. */
export const monday = Date.parse('2026-06-01T00:00:00Z');

export const settingsOf = (input: InferInput<typeof Settings> = {}) => parse(Settings, input);

export function dayOf(tickets: readonly TicketSpec[], seconds = 3_600): Day {
  const ordered = tickets.toSorted((a, b) => a.at - b.at);
  const ms = (of: (ticket: TicketSpec) => number) => Float64Array.from(ordered, (one) => of(one) * 1000);
  return {
    startsAt: monday,
    endsAt: monday + seconds * 1000,
    kinds: ordered.map((ticket) => ({ entityId: '', language: null, ccr: null, priority: 0, ...ticket })),
    kindOf: Int32Array.from(ordered.keys()),
    arrivesAt: ms(({ at }) => monday / 1000 + at),
    handlingMs: ms(({ handling = 60 }) => handling),
    patienceMs: ms(({ patience = Infinity }) => patience),
    wrapUpMs: ms(({ wrapUp = 0 }) => wrapUp),
    pickDelayMs: ordered.some(({ pickDelays }) => pickDelays)
      ? (ticket, offer) => {
          const { pickDelays = [0] } = ordered[ticket]!;
          return (pickDelays[offer] ?? pickDelays.at(-1)!) * 1000;
        }
      : undefined,
  };
}
