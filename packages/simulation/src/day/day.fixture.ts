import { Settings } from '@chat-ticket/contract';
import { type InferInput, parse } from 'valibot';
import type { SimulateOptions } from '../engine.ts';
import type { AgentPlan } from '../rule/crew.ts';
import { simulateDay } from '../rule/simulate-day.ts';
import type { Day, TicketKind } from './day.ts';

/** A ticket of a day made by hand. Times in seconds; `at` counts from the start of the day. */
export type Chat = Partial<TicketKind> & {
  readonly at: number;
  readonly handling?: number;
  readonly patience?: number;
  readonly wrapUp?: number;
  /** Of its offers, one after the other; the last holds for all that follow. */
  readonly picks?: readonly number[];
};

/** Monday, 00:00 UTC. */
export const monday = Date.parse('2026-06-01T00:00:00Z');

export const settingsOf = (input: InferInput<typeof Settings> = {}) => parse(Settings, input);

export function dayOf(chats: readonly Chat[], seconds = 3_600): Day {
  const ordered = chats.toSorted((a, b) => a.at - b.at);
  const ms = (of: (chat: Chat) => number) => Float64Array.from(ordered, (chat) => of(chat) * 1000);
  return {
    startsAt: monday,
    endsAt: monday + seconds * 1000,
    kinds: ordered.map((chat) => ({ entityId: '', language: null, ccr: null, priority: 0, ...chat })),
    kindOf: Int32Array.from(ordered.keys()),
    arrivesAt: ms(({ at }) => monday / 1000 + at),
    handlingMs: ms(({ handling = 60 }) => handling),
    patienceMs: ms(({ patience = Infinity }) => patience),
    wrapUpMs: ms(({ wrapUp = 0 }) => wrapUp),
    pickDelayMs: ordered.some(({ picks }) => picks)
      ? (ticket, offer) => {
          const { picks = [0] } = ordered[ticket]!;
          return (picks[offer] ?? picks.at(-1)!) * 1000;
        }
      : undefined,
  };
}

const fates = ['unserved', 'answered', 'abandoned', 'refused'] as const;

/** What became of each chat, in the order of arrival. */
export function fatesOf(
  chats: readonly Chat[],
  agents: readonly AgentPlan[],
  settings: InferInput<typeof Settings> = {},
  options: SimulateOptions = {},
) {
  const { fateOf, waitMs, agentOf } = simulateDay(
    dayOf(chats),
    { agents, settings: settingsOf(settings) },
    options,
  );
  return Array.from(fateOf, (fate, i) => {
    const by = agents[agentOf[i]!]?.id;
    return [fates[fate], fate === 1 || fate === 2 ? waitMs[i]! / 1000 : undefined, by]
      .filter((part) => part !== undefined)
      .join(' ');
  });
}
