import type { Settings } from '@chat-ticket/contract';
import { byTurn, forever, matchQueue, queueRank } from '@chat-ticket/domain';
import type { Day, TicketKind } from '../day/day.ts';
import type { DeskPlan, SimulateOptions } from '../engine.ts';
import { type AgentState, Crew, type Shift } from './crew.ts';
import { Lines } from './lines.ts';
import { Offers } from './offers.ts';
import { fate, type Outcome } from './outcome.ts';
import { phase } from './phase.ts';
import { needsOf, type QueueState, queueStatesOf } from './queue-state.ts';
import { TicketState, type Way } from './ticket-state.ts';
import { Timeline } from './timeline.ts';
import { WaitingRoom } from './waiting-room.ts';

const always: Shift = { fromMs: 0, toMs: Infinity };

/** One run of a day: each method is something that happens. */
export class DayRun {
  readonly #day: Day;
  readonly #settings: Settings;
  readonly #observe: SimulateOptions['observe'];
  readonly #timeline: Timeline;
  readonly #crew: Crew;
  readonly #lines: Lines;
  readonly #room: WaitingRoom;
  readonly #offers: Offers;
  readonly #queues: readonly QueueState[];
  readonly #ways: readonly Way[];
  readonly #outcome: Outcome;
  #isDecisionDue = false;

  constructor(day: Day, { settings, agents }: DeskPlan, { warmUpMs = 0, observe }: SimulateOptions) {
    this.#day = day;
    this.#settings = settings;
    this.#observe = observe;
    const timeline = new Timeline(day.startsAt);
    this.#timeline = timeline;
    this.#crew = new Crew(agents, settings, { from: day.startsAt + warmUpMs, until: day.endsAt });
    const lines = new Lines(this.#crew.groups);
    this.#lines = lines;
    this.#room = new WaitingRoom(
      { timeline, lines, day, agents: this.#crew.agents },
      {
        found: () => this.#decideWhenAllIsDone(),
        abandoned: (ticket) => this.#settle(ticket, fate.abandoned),
      },
    );
    this.#offers = new Offers(
      { timeline, crew: this.#crew, day, settings },
      {
        picked: ({ index }, agent) => (this.#outcome.agentOf[index] = agent.index),
        missed: (ticket) => this.#waitAgain(ticket),
        closed: (by) => (by === 'person' ? this.#decide() : this.#decideWhenAllIsDone()),
      },
    );
    this.#queues = queueStatesOf(settings.queues, day.startsAt, day.endsAt);
    this.#ways = day.kinds.map((kind) => this.#wayOf(kind));
    const count = day.arrivesAt.length;
    this.#outcome = {
      fateOf: new Uint8Array(count),
      waitMs: new Float64Array(count),
      agentOf: new Int32Array(count).fill(-1),
      queueOf: day.kindOf.map((kind) => this.#ways[kind]!.queue.index),
      agents: this.#crew.agents.map(({ tally }) => tally),
    };
    for (const queue of this.#queues) this.#setHours(queue);
    for (const agent of this.#crew.agents) this.#setShifts(agent, agents[agent.index]!.shifts);
  }

  run(): Outcome {
    const { arrivesAt } = this.#day;
    for (let ticket = 0; ticket < arrivesAt.length; ticket++) {
      this.#runUntil(arrivesAt[ticket]!);
      this.#timeline.now = arrivesAt[ticket]!;
      this.#arrive(ticket);
    }
    this.#runUntil(Infinity);
    this.#crew.close(Math.max(this.#timeline.now, this.#day.endsAt));
    return this.#outcome;
  }

  #runUntil(until: number): void {
    for (let timer; (timer = this.#timeline.next(until));) {
      timer.run();
      if (until === Infinity && this.#room.isStuck) return;
      // To make no assignment is a decision too, whatever it was that happened.
      if (this.#observe && !this.#isDecisionDue) this.#tell(this.#observe);
    }
  }

  #wayOf(kind: TicketKind): Way {
    const matched = matchQueue(this.#settings.queues, kind);
    const queue = this.#queues.find(({ setting }) => setting === matched)!;
    const asked = needsOf(queue, kind);
    return { kind, queue, asked, lines: asked.map((needs) => this.#lines.lineOf(queue, needs)) };
  }

  #setHours(queue: QueueState): void {
    const set = (at: number, isOpen: boolean) =>
      this.#timeline.set(at, phase.hours, queue.index, () => {
        queue.isOpen = isOpen;
        if (isOpen) this.#decideWhenAllIsDone();
      });
    for (const { opensAt, closesAt } of queue.periods) {
      if (opensAt > this.#day.startsAt) set(opensAt, true);
      if (closesAt < forever) set(closesAt, false);
    }
  }

  #setShifts(agent: AgentState, shifts: readonly Shift[] = [always]): void {
    const { startsAt } = this.#day;
    for (const { fromMs, toMs } of shifts) {
      this.#timeline.set(startsAt + fromMs, phase.shiftStart, agent.index, () => this.#come(agent));
      if (toMs < Infinity)
        this.#timeline.set(startsAt + toMs, phase.shiftEnd, agent.index, () => this.#leave(agent));
    }
  }

  #come(agent: AgentState): void {
    this.#crew.come(agent, this.#timeline.now);
    this.#decide();
  }

  #leave(agent: AgentState): void {
    this.#crew.leave(agent, this.#timeline.now);
    this.#room.noteChange();
  }

  #arrive(index: number): void {
    const way = this.#ways[this.#day.kindOf[index]!]!;
    const { isOpen, setting } = way.queue;
    if (!isOpen && setting.whenClosed === 'refuse') {
      this.#outcome.fateOf[index] = fate.refused;
      return;
    }
    const createdAt = this.#timeline.now;
    const priority = way.kind.priority + setting.priority;
    const rank = queueRank({ priority, createdAt }, this.#settings.priorityPointSeconds * 1000);
    const ticket = new TicketState(index, way, createdAt, rank);
    this.#room.enter(ticket);
    this.#decide();
    if (ticket.line) this.#room.setTimers(ticket);
  }

  /** Once for all that is due in this millisecond, so that the first in the queue gets whom it finds. */
  #decideWhenAllIsDone(): void {
    if (this.#isDecisionDue) return;
    this.#isDecisionDue = true;
    this.#timeline.set(this.#timeline.now, phase.decision, 0, () => {
      this.#isDecisionDue = false;
      this.#decide();
    });
  }

  #decide(): void {
    this.#room.noteChange();
    const turn = byTurn[this.#settings.strategy];
    for (;;) {
      const isPossible = this.#crew.freeCount > 0 && this.#lines.waitingCount > 0;
      const pair = isPossible ? this.#lines.nextPair(turn) : undefined;
      if (this.#observe) this.#tell(this.#observe, pair);
      if (!pair) return;
      this.#offer(pair.ticket, pair.agent);
    }
  }

  #tell(observe: NonNullable<SimulateOptions['observe']>, pair?: { ticket: TicketState; agent: AgentState }) {
    observe({
      now: this.#timeline.now,
      tickets: this.#lines.waitingTickets(),
      agents: this.#crew.agents.map((agent) => ({ ...agent })),
      pair: pair && { ticketId: pair.ticket.id, agentId: pair.agent.id },
    });
  }

  #offer(ticket: TicketState, agent: AgentState): void {
    this.#room.leave(ticket);
    this.#settle(ticket, fate.answered);
    this.#offers.make(ticket, agent);
  }

  #waitAgain(ticket: TicketState): void {
    this.#settle(ticket, fate.unserved);
    this.#room.enter(ticket);
    this.#room.setTimers(ticket);
    this.#decideWhenAllIsDone();
  }

  #settle({ index, createdAt }: TicketState, end: number): void {
    this.#outcome.fateOf[index] = end;
    this.#outcome.waitMs[index] = this.#timeline.now - createdAt;
  }
}
