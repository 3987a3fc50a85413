import { type Client, unwrap } from '@chat-ticket/client';
import { matchQueue } from '@chat-ticket/domain';
import type { Day } from '../day/day.ts';
import type { DeskPlan, SimulateOptions } from '../engine.ts';
import { fate, type Outcome } from '../rule/outcome.ts';
import { phase, type Phase } from '../rule/phase.ts';
import type { Timer } from '../rule/timeline.ts';
import { DeskAgent, type DeskTimeline } from './desk-agent.ts';
import { DeskBook, type DeskTicket } from './desk-book.ts';
import type { VirtualDesk } from './open-virtual-desk.ts';
import { reopeningsOf } from './reopening.ts';

const always = [{ fromMs: 0, toMs: Infinity }];

/** One run of a day at the desk itself: what people do are calls, what comes of them is read from its log. */
export class DeskDay {
  readonly #day: Day;
  readonly #plan: DeskPlan;
  readonly #desk: VirtualDesk;
  readonly #timeline: DeskTimeline;
  readonly #backend: Client;
  readonly #agents: readonly DeskAgent[];
  readonly #book: DeskBook;
  /** These go on when there is nothing left to do. */
  #reopenings: readonly Timer<Promise<void>>[] = [];
  #sweeping: Timer<Promise<void>> | undefined;

  constructor(
    { day, plan, options }: { day: Day; plan: DeskPlan; options: SimulateOptions },
    { desk, timeline }: { desk: VirtualDesk; timeline: DeskTimeline },
  ) {
    this.#day = day;
    this.#plan = plan;
    this.#desk = desk;
    this.#timeline = timeline;
    this.#backend = desk.signIn('service', 'backend');
    const window = { from: day.startsAt + (options.warmUpMs ?? 0), until: day.endsAt };
    const { capacity, queues } = plan.settings;
    this.#agents = plan.agents.map(
      (agent, i) => new DeskAgent(i, agent, { desk, timeline, window, capacity }),
    );
    const queueOfKind = day.kinds.map((kind) => queues.indexOf(matchQueue(queues, kind)));
    this.#book = new DeskBook(day, queueOfKind, this.#agents, {
      offered: (ticket) => this.#awaitPick(ticket),
      missed: (ticket) => this.#awaitPatience(ticket),
    });
  }

  async run(): Promise<Outcome> {
    const { settings, agents } = this.#plan;
    unwrap(await this.#backend.putSettings(settings));
    for (const agent of this.#agents) await agent.save(this.#backend);
    for (const agent of this.#agents) this.#awaitShifts(agent, agents[agent.index]!.shifts);
    this.#reopenings = reopeningsOf(settings, this.#day.endsAt).map(({ at, queue, closed }) =>
      this.#set(at, phase.hours, queue, async () => {
        unwrap(await this.#backend.putSettings(closed));
      }),
    );
    this.#awaitArrival(0);
    for (let timer; !this.#isOver() && (timer = this.#timeline.next());) await timer.run();
    for (const agent of this.#agents) agent.change(Math.max(this.#timeline.now, this.#day.endsAt), {});
    return this.#book.outcome;
  }

  /** Somebody acts; then the desk does what is due, as it would by itself, and its log tells what came of it. */
  #set(at: number, when: Phase, index: number, act: () => Promise<void>): Timer<Promise<void>> {
    return this.#timeline.set(at, when, index, async () => {
      await act();
      // A pick only takes a deadline away, and others of this millisecond are to be in time as well.
      if (when !== phase.pick) await this.#sweep();
    });
  }

  async #sweep(): Promise<void> {
    const dueAt = await this.#desk.sweep();
    for (const event of await this.#desk.news()) this.#book.write(event);
    if (this.#sweeping) this.#timeline.cancel(this.#sweeping);
    this.#sweeping = undefined;
    if (dueAt !== null) this.#sweeping = this.#timeline.set(dueAt, phase.decision, 0, () => this.#sweep());
  }

  /** Whether only what never ends is left: and if someone waits, no step can be left that would help. */
  #isOver(): boolean {
    const endless = [this.#sweeping, ...this.#reopenings, ...this.#agents.map(({ heartbeat }) => heartbeat)];
    if (this.#timeline.size > endless.filter((timer) => timer && timer.place >= 0).length) return false;
    const { queues } = this.#plan.settings;
    const longestMs = queues.map(
      ({ widen, pickTimeoutSeconds }) => ((widen.at(-1)?.afterSeconds ?? 0) + pickTimeoutSeconds) * 1000,
    );
    const lastStepAt = Math.max(this.#book.changedAt, this.#day.endsAt) + Math.max(...longestMs);
    return this.#book.open.size === 0 || this.#timeline.now > lastStepAt;
  }

  #awaitShifts(agent: DeskAgent, shifts: readonly { fromMs: number; toMs: number }[] = always): void {
    const { startsAt } = this.#day;
    for (const { fromMs, toMs } of shifts) {
      this.#set(startsAt + fromMs, phase.shiftStart, agent.index, () => agent.come());
      if (toMs < Infinity) this.#set(startsAt + toMs, phase.shiftEnd, agent.index, () => agent.leave());
    }
  }

  #awaitArrival(index: number): void {
    const at = this.#day.arrivesAt[index];
    if (at === undefined) return;
    this.#set(at, phase.arrival, index, async () => {
      await this.#arrive(index);
      this.#awaitArrival(index + 1);
    });
  }

  async #arrive(index: number): Promise<void> {
    const { entityId, language, ccr, priority } = this.#day.kinds[this.#day.kindOf[index]!]!;
    const result = await this.#backend.createTicket({
      customer: { id: `customer-${index}` },
      metadata: { ...(entityId && { entityId }), ...(language && { language }), ...(ccr && { ccr }) },
      priority,
    });
    if (!result.ok && result.error.code === 'queue_closed') {
      this.#book.outcome.fateOf[index] = fate.refused;
      return;
    }
    const { id, metadata } = unwrap(result);
    const createdAt = this.#timeline.now;
    const ticket = { index, id, roomId: metadata.roomId, createdAt, agent: undefined, offers: 0 };
    this.#book.takeIn(ticket);
    this.#awaitPatience(ticket);
  }

  #awaitPatience(ticket: DeskTicket): void {
    const endsAt = Math.max(this.#timeline.now, ticket.createdAt + this.#day.patienceMs[ticket.index]!);
    if (endsAt < Infinity)
      this.#set(endsAt, phase.giveUp, ticket.index, async () => {
        if (ticket.agent || !this.#book.open.has(ticket.id)) return;
        unwrap(await this.#backend.closeTicket({ ticketID: ticket.id }));
        this.#book.settle(ticket, fate.abandoned, this.#timeline.now);
      });
  }

  #awaitPick(ticket: DeskTicket): void {
    const { index, agent, id } = ticket;
    const { queueOf, agentOf } = this.#book.outcome;
    const { pickTimeoutSeconds } = this.#plan.settings.queues[queueOf[index]!]!;
    const delayMs = this.#day.pickDelayMs?.(index, ticket.offers++) ?? 0;
    if (delayMs > pickTimeoutSeconds * 1000) return;
    this.#set(this.#timeline.now + delayMs, phase.pick, index, async () => {
      await agent!.pick(id);
      agentOf[index] = agent!.index;
      this.#awaitEnd(ticket, agent!);
    });
  }

  #awaitEnd({ index, id, roomId }: DeskTicket, agent: DeskAgent): void {
    const roomClosesAt = this.#timeline.now + this.#day.handlingMs[index]!;
    const wrapUpMs = this.#day.wrapUpMs[index]!;
    const { wrapUpSeconds = Infinity } = this.#plan.settings.queues[this.#book.outcome.queueOf[index]!]!;
    this.#set(roomClosesAt, phase.close, index, async () => {
      await agent.closeRoom(roomId);
      if (wrapUpMs === 0) await agent.close(id);
      // Longer wrap-ups are ended by the desk.
      else if (wrapUpMs < wrapUpSeconds * 1000)
        this.#set(roomClosesAt + wrapUpMs, phase.close, index, () => agent.close(id));
    });
  }
}
