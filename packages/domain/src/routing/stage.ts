import type { QueueSetting } from '@chat-ticket/contract';
import { type RoutingFields, topicOf } from './fields.ts';

/** What a queue asks of agents from some time of waiting on. */
export type Stage = {
  /** Ms of opening hours since intake. */
  readonly afterMs: number;
  /** As the settings write them, with their placeholders. */
  readonly needs: readonly string[];
  /** The highest tier whose agents may take the ticket. */
  readonly tier: number;
};

/** The stages of a queue in order: the first holds from intake on, each widen step makes the next. */
export function stagesOf(queue: Pick<QueueSetting, 'needs' | 'widen'>): Stage[] {
  const stages: Stage[] = [{ afterMs: 0, needs: queue.needs, tier: 1 }];
  for (const { afterSeconds, drop, tier } of queue.widen) {
    const last = stages.at(-1)!;
    stages.push({
      afterMs: afterSeconds * 1000,
      needs: last.needs.filter((need) => !drop.includes(need)),
      tier: Math.max(last.tier, tier ?? 1),
    });
  }
  return stages;
}

/** The skills that an agent must have for the ticket, in order, each once. */
export function skillsNeeded(needs: readonly string[], fields: RoutingFields): string[] {
  const values: Record<string, string> = {
    '{entityId}': fields.entityId,
    '{language}': fields.language ?? '',
    '{ccr}': topicOf(fields.ccr ?? ''),
  };
  const filled = needs.flatMap((need) => {
    const isMissing = Object.entries(values).some(([name, value]) => value === '' && need.includes(name));
    return isMissing ? [] : [need.replaceAll(/\{(?:entityId|language|ccr)\}/g, (name) => values[name]!)];
  });
  return [...new Set(filled)].toSorted(byCodePoint);
}

const byCodePoint = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
