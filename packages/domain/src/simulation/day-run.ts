import type { Settings } from '@chat-ticket/contract';
import { forever } from '../queue/opening-hours.ts';
import { byTurn } from '../routing/choose.ts';
import { matchQueue } from '../routing/match-queue.ts';
import { queueRank } from '../routing/queue-rank.ts';
import { type AgentState, Crew, type Shift } from './crew.ts';
import type { Day, TicketKind } from './day.ts';
import { Lines } from './lines.ts';
import { fate, type Outcome } from './outcome.ts';
import { needsOf, type QueueState, queueStatesOf } from './queue-state.ts';
import type { DeskPlan, SimulateOptions } from './simulate-day.ts';
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
  readonly #queues: readonly QueueState[];
  readonly #ways: readonly Way[];
  readonly #outcome: Outcome;

  constructor(day: Day, { settings, agents }: DeskPlan, { warmUpMs = 0, observe }: SimulateOptions) {
    this.#day = day;
    this.#settings = settings;
    this.#observe = observe;
    const timeline = new Timeline(day.startsAt);
    this.#timeline = timeline;
    // To make no assignment is a decision too, whatever it was that happened.
    if (observe) timeline.afterEach = () => this.#tell(observe);
    this.#crew = new Crew(agents, settings, { from: day.startsAt + warmUpMs, until: day.endsAt });
    const lines = new Lines(this.#crew.groups);
    this.#lines = lines;
    this.#room = new WaitingRoom(
      { timeline, lines, day },
      { widened: () => this.#decide(), abandoned: (ticket) => this.#settle(ticket, fate.abandoned) },
    );
    this.#queues = queueStatesOf(settings.queues, day.startsAt, day.endsAt);
    this.#ways = day.kinds.map((kind) => this.#wayOf(kind));
    const count = day.arrivesAt.length;
    this.#outcome = {
      fateOf: new Uint8Array(count),
      waitMs: new Float64Array(count),
      agentOf: new Int32Array(count).fill(-1),
      queueOf: day.kindOf.map((kind) => this.#ways[kind]!.queue.index),
      agents: this.#crew.agents.map(({ outcome }) => outcome),
    };
    for (const queue of this.#queues) this.#setHours(queue);
    for (const agent of this.#crew.agents) this.#setShifts(agent, agents[agent.index]!.shifts);
  }

  run(): Outcome {
    const { arrivesAt } = this.#day;
    for (let ticket = 0; ticket < arrivesAt.length; ticket++) {
      // What is due goes first: who becomes free in the same millisecond is there for the newcomer.
      this.#timeline.runUntil(arrivesAt[ticket]!);
      this.#arrive(ticket);
    }
    this.#timeline.runUntil();
    this.#crew.close(Math.max(this.#timeline.now, this.#day.endsAt));
    return this.#outcome;
  }

  #wayOf(kind: TicketKind): Way {
    const matched = matchQueue(this.#settings.queues, kind);
    const queue = this.#queues.find(({ setting }) => setting === matched)!;
    const asked = needsOf(queue, kind);
    return { kind, queue, asked, lines: asked.map((needs) => this.#lines.lineOf(queue, needs)) };
  }

  #setHours(queue: QueueState): void {
    for (const { opensAt, closesAt } of queue.periods) {
      if (opensAt > this.#day.startsAt) this.#timeline.set(opensAt, () => this.#open(queue));
      if (closesAt < forever) this.#timeline.set(closesAt, () => (queue.isOpen = false));
    }
  }

  #open(queue: QueueState): void {
    queue.isOpen = true;
    this.#decide();
  }

  #setShifts(agent: AgentState, shifts: readonly Shift[] = [always]): void {
    const { startsAt } = this.#day;
    for (const { fromMs, toMs } of shifts) {
      this.#timeline.set(startsAt + fromMs, () => this.#come(agent));
      if (toMs < Infinity)
        this.#timeline.set(startsAt + toMs, () => this.#crew.leave(agent, this.#timeline.now));
    }
  }

  #come(agent: AgentState): void {
    this.#crew.come(agent, this.#timeline.now);
    this.#decide();
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
    this.#wait(new TicketState(index, way, createdAt, rank));
  }

  #wait(ticket: TicketState): void {
    this.#room.enter(ticket);
    this.#decide();
    if (ticket.line) this.#room.setTimers(ticket);
  }

  #decide(): void {
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
    const { now } = this.#timeline;
    this.#room.leave(ticket);
    this.#crew.assign(agent, now);
    this.#settle(ticket, fate.answered);
    const delayMs = this.#day.pickDelayMs?.(ticket.index, ticket.offers++);
    if (delayMs === undefined) return this.#pick(ticket, agent);
    const timeoutMs = ticket.way.queue.setting.pickTimeoutSeconds * 1000;
    if (delayMs <= timeoutMs) this.#timeline.set(now + delayMs, () => this.#pick(ticket, agent));
    else this.#timeline.set(now + timeoutMs, () => this.#miss(ticket, agent));
  }

  #pick({ index, way }: TicketState, agent: AgentState): void {
    agent.misses = 0;
    this.#outcome.agentOf[index] = agent.index;
    const { wrapUpSeconds = Infinity } = way.queue.setting;
    const wrapUpMs = Math.min(this.#day.wrapUpMs[index]!, wrapUpSeconds * 1000);
    this.#timeline.set(this.#timeline.now + this.#day.handlingMs[index]! + wrapUpMs, () =>
      this.#close(agent),
    );
  }

  #close(agent: AgentState): void {
    this.#crew.release(agent, this.#timeline.now);
    this.#decide();
  }

  #miss(ticket: TicketState, agent: AgentState): void {
    const { now } = this.#timeline;
    this.#crew.miss(agent, now, this.#settings.missesUntilAway);
    this.#crew.release(agent, now);
    ticket.declinedBy = [...ticket.declinedBy, agent.id];
    if (this.#room.patienceEndsAt(ticket) > now) {
      this.#settle(ticket, fate.unserved);
      this.#wait(ticket);
    } else {
      this.#settle(ticket, fate.abandoned);
      this.#decide();
    }
  }

  #settle({ index, createdAt }: TicketState, end: number): void {
    this.#outcome.fateOf[index] = end;
    this.#outcome.waitMs[index] = this.#timeline.now - createdAt;
  }
}
