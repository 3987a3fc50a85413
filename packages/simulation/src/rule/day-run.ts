import type { Settings } from '@chat-ticket/contract';
import { byTurn, forever, matchQueue, queueRank } from '@chat-ticket/domain';
import type { Day, TicketKind } from '../day/day.ts';
import { type DeskPlan, type Shift, wholeDay } from '../engine/desk-plan.ts';
import type { SimulateOptions } from '../engine/engine.ts';
import { disposition, type Outcome } from '../engine/outcome.ts';
import { phase } from '../engine/phase.ts';
import { Timeline } from '../engine/timeline.ts';
import { AgentPool, type AgentState } from './agent-pool.ts';
import { Offers } from './offers.ts';
import { type QueueState, queueStatesOf, requirementsOf } from './queue-state.ts';
import { type RoutedKind, TicketState } from './ticket-state.ts';
import { WaitingTickets } from './waiting-tickets.ts';
import { WaitLines } from './wait-lines.ts';

/** One run of a day by the routing rules. Most methods are an event of the day. */
export class DayRun {
  readonly #day: Day;
  readonly #settings: Settings;
  readonly #observe: SimulateOptions['observe'];
  readonly #timeline: Timeline;
  readonly #pool: AgentPool;
  readonly #lines: WaitLines;
  readonly #waiting: WaitingTickets;
  readonly #offers: Offers;
  readonly #queues: readonly QueueState[];
  readonly #routedKinds: readonly RoutedKind[];
  readonly #outcome: Outcome;
  #isDecisionScheduled = false;

  constructor(day: Day, { settings, agents }: DeskPlan, { warmUpMs = 0, observe }: SimulateOptions) {
    this.#day = day;
    this.#settings = settings;
    this.#observe = observe;
    const timeline = new Timeline(day.startsAt);
    this.#timeline = timeline;
    const pool = new AgentPool(agents, settings, { from: day.startsAt + warmUpMs, until: day.endsAt });
    this.#pool = pool;
    const lines = new WaitLines(pool.groups);
    this.#lines = lines;
    this.#waiting = new WaitingTickets(
      { day, timeline, lines, agents: pool.agents },
      {
        agentsAdded: () => this.#scheduleDecision(),
        abandoned: (ticket) => this.#settle(ticket, disposition.abandoned),
      },
    );
    this.#offers = new Offers(
      { day, settings, timeline, pool },
      {
        picked: ({ index }, agent) => (this.#outcome.agentOf[index] = agent.index),
        missed: (ticket) => this.#returnToQueue(ticket),
        closed: (by) => (by === 'agent' ? this.#decide() : this.#scheduleDecision()),
      },
    );
    this.#queues = queueStatesOf(settings.queues, day.startsAt, day.endsAt);
    this.#routedKinds = day.kinds.map((kind) => this.#route(kind));
    const count = day.arrivesAt.length;
    this.#outcome = {
      dispositionOf: new Uint8Array(count),
      waitMs: new Float64Array(count),
      agentOf: new Int32Array(count).fill(-1),
      queueOf: day.kindOf.map((kind) => this.#routedKinds[kind]!.queue.index),
      agents: pool.agents.map(({ tally }) => tally),
    };
    for (const queue of this.#queues) this.#scheduleHours(queue);
    for (const agent of pool.agents) this.#scheduleShifts(agent, agents[agent.index]!.shifts);
  }

  run(): Outcome {
    const { arrivesAt } = this.#day;
    for (let ticket = 0; ticket < arrivesAt.length; ticket++) {
      this.#runUntil(arrivesAt[ticket]!);
      this.#timeline.now = arrivesAt[ticket]!;
      this.#arrive(ticket);
    }
    this.#runUntil(Infinity);
    this.#pool.countTime(Math.max(this.#timeline.now, this.#day.endsAt));
    return this.#outcome;
  }

  #runUntil(until: number): void {
    for (let timer; (timer = this.#timeline.next(until));) {
      timer.run();
      if (until === Infinity && this.#waiting.isStuck) return;
      // To assign nothing is a decision too, so observers get one after every event.
      if (this.#observe && !this.#isDecisionScheduled) this.#report(this.#observe);
    }
  }

  #route(kind: TicketKind): RoutedKind {
    const matched = matchQueue(this.#settings.queues, kind);
    const queue = this.#queues.find(({ setting }) => setting === matched)!;
    const requirements = requirementsOf(queue, kind);
    return { kind, queue, requirements, lines: requirements.map((one) => this.#lines.lineFor(queue, one)) };
  }

  #scheduleHours(queue: QueueState): void {
    const schedule = (at: number, isOpen: boolean) =>
      this.#timeline.schedule(at, phase.hours, queue.index, () => {
        queue.isOpen = isOpen;
        if (isOpen) this.#scheduleDecision();
      });
    for (const { opensAt, closesAt } of queue.periods) {
      if (opensAt > this.#day.startsAt) schedule(opensAt, true);
      if (closesAt < forever) schedule(closesAt, false);
    }
  }

  #scheduleShifts(agent: AgentState, shifts: readonly Shift[] = wholeDay): void {
    const { startsAt } = this.#day;
    const timeline = this.#timeline;
    for (const { fromMs, toMs } of shifts) {
      timeline.schedule(startsAt + fromMs, phase.shiftStart, agent.index, () => this.#startShift(agent));
      if (toMs < Infinity)
        timeline.schedule(startsAt + toMs, phase.shiftEnd, agent.index, () => this.#endShift(agent));
    }
  }

  #startShift(agent: AgentState): void {
    this.#pool.startShift(agent, this.#timeline.now);
    this.#decide();
  }

  #endShift(agent: AgentState): void {
    this.#pool.endShift(agent, this.#timeline.now);
    this.#waiting.noteChange();
  }

  #arrive(index: number): void {
    const routed = this.#routedKinds[this.#day.kindOf[index]!]!;
    const { isOpen, setting } = routed.queue;
    if (!isOpen && setting.whenClosed === 'refuse') {
      this.#outcome.dispositionOf[index] = disposition.refused;
      return;
    }
    const createdAt = this.#timeline.now;
    const priority = routed.kind.priority + setting.priority;
    const rank = queueRank({ priority, createdAt }, this.#settings.priorityPointSeconds * 1000);
    const ticket = new TicketState(index, routed, createdAt, rank);
    this.#waiting.add(ticket);
    this.#decide();
    if (ticket.line) this.#waiting.setTimers(ticket);
  }

  /** Decides once, after everything that is due in this millisecond, so that the first ticket can get any of the agents. */
  #scheduleDecision(): void {
    if (this.#isDecisionScheduled) return;
    this.#isDecisionScheduled = true;
    this.#timeline.schedule(this.#timeline.now, phase.decision, 0, () => {
      this.#isDecisionScheduled = false;
      this.#decide();
    });
  }

  /** Assigns tickets until no waiting ticket can be assigned. */
  #decide(): void {
    this.#waiting.noteChange();
    const turn = byTurn[this.#settings.strategy];
    for (;;) {
      const isPossible = this.#pool.availableCount > 0 && this.#lines.waitingCount > 0;
      const pair = isPossible ? this.#lines.nextPair(turn) : undefined;
      if (this.#observe) this.#report(this.#observe, pair);
      if (!pair) return;
      this.#offer(pair.ticket, pair.agent);
    }
  }

  #report(
    observe: NonNullable<SimulateOptions['observe']>,
    pair?: { readonly ticket: TicketState; readonly agent: AgentState },
  ) {
    observe({
      now: this.#timeline.now,
      tickets: this.#lines.waitingTickets(),
      agents: this.#pool.agents.map((agent) => ({ ...agent })),
      pair: pair && { ticketId: pair.ticket.id, agentId: pair.agent.id },
    });
  }

  #offer(ticket: TicketState, agent: AgentState): void {
    this.#waiting.remove(ticket);
    this.#settle(ticket, disposition.answered);
    this.#offers.make(ticket, agent);
  }

  #returnToQueue(ticket: TicketState): void {
    this.#settle(ticket, disposition.unserved);
    this.#waiting.add(ticket);
    this.#waiting.setTimers(ticket);
    this.#scheduleDecision();
  }

  /** Sets the disposition and the wait of the ticket. A later event can replace them. */
  #settle({ index, createdAt }: TicketState, as: number): void {
    this.#outcome.dispositionOf[index] = as;
    this.#outcome.waitMs[index] = this.#timeline.now - createdAt;
  }
}
