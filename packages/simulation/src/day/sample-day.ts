import type { Day, TicketKind } from './day.ts';
import { createSampler, type Distribution } from './distribution.ts';
import { createRandom } from './random.ts';

/** Tickets of one kind that arrive as a Poisson process. Ms since the start of the day; `toMs` is excluded. */
export type ArrivalRate = {
  readonly kind: TicketKind;
  readonly perHour: number;
  readonly fromMs: number;
  readonly toMs: number;
};

/** A ticket of a recorded day. Its durations replace the drawn ones. */
export type RecordedArrival = {
  readonly kind: TicketKind;
  /** Ms since 1970. */
  readonly arrivesAt: number;
  readonly handlingMs?: number | undefined;
  readonly patienceMs?: number | undefined;
};

/** What a day is drawn from. */
export type DayPlan = {
  readonly seed: number;
  /** Ms since 1970. */
  readonly startsAt: number;
  readonly durationMs: number;
  readonly arrivals:
    | { readonly rates: readonly ArrivalRate[] }
    | { readonly recorded: readonly RecordedArrival[] };
  readonly handling: Distribution;
  /** Default: customers never give up. */
  readonly patience?: Distribution;
  /** Default: no wrap-up. */
  readonly wrapUp?: Distribution;
  /** Default: each offer is picked at once. */
  readonly pickDelay?: Distribution;
};

const stream = { handling: 1, patience: 2, wrapUp: 3, firstRate: 1_000, firstPick: 2 ** 31 };
const pickStreamsPerTicket = 16;

/**
 * Draws the day of one run. Arrivals, handling, patience, wrap-up and pick delays each have their own random stream, so
 * changing one part of the plan does not change the others.
 */
export function sampleDay(plan: DayPlan, run: number): Day {
  const { seed, startsAt, handling, patience, wrapUp, pickDelay } = plan;
  const arrivals =
    'rates' in plan.arrivals ? drawArrivals(plan, plan.arrivals.rates, run) : plan.arrivals.recorded;
  const count = arrivals.length;
  const kinds = new Map<TicketKind, number>();
  const day = {
    startsAt,
    endsAt: startsAt + plan.durationMs,
    kindOf: new Int32Array(count),
    arrivesAt: new Float64Array(count),
    handlingMs: new Float64Array(count),
    patienceMs: new Float64Array(count).fill(Infinity),
    wrapUpMs: new Float64Array(count),
    pickDelayMs: pickDelay && createPickDelays(pickDelay, seed, run),
  };
  const drawHandling = createSampler(handling, createRandom(seed, run, stream.handling));
  const drawPatience = patience && createSampler(patience, createRandom(seed, run, stream.patience));
  const drawWrapUp = wrapUp && createSampler(wrapUp, createRandom(seed, run, stream.wrapUp));
  for (let i = 0; i < count; i++) {
    const arrival = arrivals[i]!;
    if (!kinds.has(arrival.kind)) kinds.set(arrival.kind, kinds.size);
    day.kindOf[i] = kinds.get(arrival.kind)!;
    day.arrivesAt[i] = arrival.arrivesAt;
    // A recorded ticket draws too, so that the next ticket’s values do not depend on the record.
    const drawnMs = drawHandling();
    day.handlingMs[i] = arrival.handlingMs ?? drawnMs;
    const drawnPatienceMs = drawPatience?.() ?? Infinity;
    day.patienceMs[i] = arrival.patienceMs ?? drawnPatienceMs;
    if (drawWrapUp) day.wrapUpMs[i] = drawWrapUp();
  }
  return { ...day, kinds: [...kinds.keys()] };
}

function drawArrivals({ seed, startsAt, durationMs }: DayPlan, rates: readonly ArrivalRate[], run: number) {
  const sources = rates.map(({ kind, perHour, fromMs, toMs }, i) => {
    const random = createRandom(seed, run, stream.firstRate + i);
    const untilMs = Math.min(toMs, durationMs);
    const nextAfter = (ms: number) => {
      const next = ms - Math.log(1 - random()) * (3_600_000 / perHour);
      return next < untilMs ? next : Infinity;
    };
    return { kind, nextAfter, nextMs: nextAfter(fromMs) };
  });
  const arrivals: RecordedArrival[] = [];
  for (;;) {
    let first = sources[0];
    for (const source of sources) if (source.nextMs < first!.nextMs) first = source;
    if (first === undefined || first.nextMs === Infinity) return arrivals;
    arrivals.push({ kind: first.kind, arrivesAt: startsAt + Math.floor(first.nextMs) });
    first.nextMs = first.nextAfter(first.nextMs);
  }
}

/** Each offer has its own stream, because the settings decide how many offers there are and in which order. */
function createPickDelays(distribution: Distribution, seed: number, run: number) {
  return (ticket: number, offer: number) => {
    const index = ticket * pickStreamsPerTicket + (offer % pickStreamsPerTicket);
    return createSampler(distribution, createRandom(seed, run, stream.firstPick + index))();
  };
}
