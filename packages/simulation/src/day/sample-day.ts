import type { Day, TicketKind } from './day.ts';
import { type Distribution, drawFrom } from './distribution.ts';
import { createRandom } from './random.ts';

/** Tickets that come at random at a rate, within [fromMs, toMs) of the day. */
export type Rate = {
  readonly kind: TicketKind;
  readonly perHour: number;
  readonly fromMs: number;
  readonly toMs: number;
};

/** A ticket of a record. What it says of its times goes before the distributions. */
export type RecordedArrival = {
  readonly kind: TicketKind;
  readonly arrivesAt: number;
  readonly handlingMs?: number | undefined;
  readonly patienceMs?: number | undefined;
};

export type DayPlan = {
  readonly seed: number;
  readonly startsAt: number;
  readonly durationMs: number;
  readonly arrivals: { readonly rates: readonly Rate[] } | { readonly record: readonly RecordedArrival[] };
  readonly handling: Distribution;
  readonly patience?: Distribution;
  readonly wrapUp?: Distribution;
  /** Left out: an offer is picked at once. */
  readonly pickDelay?: Distribution;
};

const stream = { handling: 1, patience: 2, wrapUp: 3, firstRate: 1_000, firstPick: 2 ** 31 };
const offersApart = 16;

/** Draws the run’s day. Each thing has its own stream: to change one leaves the others as they were. */
export function sampleDay(plan: DayPlan, run: number): Day {
  const { seed, startsAt, handling, patience, wrapUp, pickDelay } = plan;
  const arrivals =
    'rates' in plan.arrivals ? drawArrivals(plan, plan.arrivals.rates, run) : plan.arrivals.record;
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
    pickDelayMs: pickDelay && pickDelays(pickDelay, seed, run),
  };
  const drawHandling = drawFrom(handling, createRandom(seed, run, stream.handling));
  const drawPatience = patience && drawFrom(patience, createRandom(seed, run, stream.patience));
  const drawWrapUp = wrapUp && drawFrom(wrapUp, createRandom(seed, run, stream.wrapUp));
  for (let i = 0; i < count; i++) {
    const arrival = arrivals[i]!;
    if (!kinds.has(arrival.kind)) kinds.set(arrival.kind, kinds.size);
    day.kindOf[i] = kinds.get(arrival.kind)!;
    day.arrivesAt[i] = arrival.arrivesAt;
    const drawnMs = drawHandling();
    day.handlingMs[i] = arrival.handlingMs ?? drawnMs;
    const drawnPatienceMs = drawPatience?.() ?? Infinity;
    day.patienceMs[i] = arrival.patienceMs ?? drawnPatienceMs;
    if (drawWrapUp) day.wrapUpMs[i] = drawWrapUp();
  }
  return { ...day, kinds: [...kinds.keys()] };
}

function drawArrivals({ seed, startsAt, durationMs }: DayPlan, rates: readonly Rate[], run: number) {
  const sources = rates.map(({ kind, perHour, fromMs, toMs }, i) => {
    const random = createRandom(seed, run, stream.firstRate + i);
    const untilMs = Math.min(toMs, durationMs);
    const after = (ms: number) => {
      const next = ms - Math.log(1 - random()) * (3_600_000 / perHour);
      return next < untilMs ? next : Infinity;
    };
    return { kind, after, nextMs: after(fromMs) };
  });
  const arrivals: RecordedArrival[] = [];
  for (;;) {
    let first = sources[0];
    for (const source of sources) if (source.nextMs < first!.nextMs) first = source;
    if (first === undefined || first.nextMs === Infinity) return arrivals;
    arrivals.push({ kind: first.kind, arrivesAt: startsAt + Math.floor(first.nextMs) });
    first.nextMs = first.after(first.nextMs);
  }
}

/** Each offer has a stream of its own, as settings decide how many there are and in which order. */
function pickDelays(law: Distribution, seed: number, run: number) {
  return (ticket: number, offer: number) =>
    drawFrom(law, createRandom(seed, run, stream.firstPick + ticket * offersApart + (offer % offersApart)))();
}
