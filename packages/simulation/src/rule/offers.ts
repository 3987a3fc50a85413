import type { Settings } from '@chat-ticket/contract';
import type { Day } from '../day/day.ts';
import type { AgentState, Crew } from './crew.ts';
import { phase } from './phase.ts';
import type { TicketState } from './ticket-state.ts';
import type { Timeline } from './timeline.ts';

type Setting = {
  readonly timeline: Timeline;
  readonly crew: Crew;
  readonly day: Day;
  readonly settings: Settings;
};
type Listener = {
  picked: (ticket: TicketState, agent: AgentState) => void;
  missed: (ticket: TicketState) => void;
  /** By a person, or as the queue has it. */
  closed: (by: 'person' | 'queue') => void;
};

/** What becomes of a ticket from its offer on: picked, chatted and wrapped up, or missed. */
export class Offers {
  readonly #setting: Setting;
  readonly #on: Listener;

  constructor(setting: Setting, on: Listener) {
    this.#setting = setting;
    this.#on = on;
  }

  make(ticket: TicketState, agent: AgentState): void {
    const { timeline, crew, day } = this.#setting;
    crew.assign(agent, timeline.now);
    const delayMs = day.pickDelayMs?.(ticket.index, ticket.offers++);
    if (delayMs === undefined) return this.#pick(ticket, agent);
    const timeoutMs = ticket.way.queue.setting.pickTimeoutSeconds * 1000;
    const [at, { index }] = [timeline.now + Math.min(delayMs, timeoutMs), ticket];
    if (delayMs <= timeoutMs) timeline.set(at, phase.pick, index, () => this.#pick(ticket, agent));
    else timeline.set(at, phase.miss, index, () => this.#miss(ticket, agent));
  }

  #pick(ticket: TicketState, agent: AgentState): void {
    const { timeline, day } = this.#setting;
    const { index, way } = ticket;
    agent.misses = 0;
    this.#on.picked(ticket, agent);
    const { wrapUpSeconds = Infinity } = way.queue.setting;
    const [ownMs, longestMs] = [day.wrapUpMs[index]!, wrapUpSeconds * 1000];
    const by = ownMs < longestMs ? 'person' : 'queue';
    const at = timeline.now + day.handlingMs[index]! + Math.min(ownMs, longestMs);
    timeline.set(at, by === 'person' ? phase.close : phase.wrapUpOver, index, () => {
      this.#setting.crew.release(agent, timeline.now);
      this.#on.closed(by);
    });
  }

  #miss(ticket: TicketState, agent: AgentState): void {
    const { timeline, crew, settings } = this.#setting;
    crew.miss(agent, timeline.now, settings.missesUntilAway);
    crew.release(agent, timeline.now);
    ticket.declinedBy = [...ticket.declinedBy, agent.id];
    this.#on.missed(ticket);
  }
}
