import type { QueueSetting } from '@chat-ticket/contract';
import { reasonKeys, type RoutingFields } from './fields.ts';

/** What a queue requires of agents once a ticket has waited for some time. */
export type Stage = {
  /** The wait after which the stage begins, in ms of opening hours. */
  readonly afterMs: number;
  /** The needs of the settings, with their placeholders. */
  readonly needs: readonly string[];
  /** The highest tier whose agents may take the ticket. 1 is the lowest. */
  readonly tier: number;
};

/**
 * The stages of a queue, in order. The first begins at once; each widen step of the settings adds one. Saving the
 * settings stores them.
 * @see packages/storage/src/steps/place-in-queue.ts `placeInQueue`, which finds a ticket’s stage
 */
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

/**
 * The skills that an agent needs for the ticket, sorted and without duplicates. A need whose placeholder the
 * ticket has no value for is left out.
 *
 * This is the specification, and the preview of the next stage. Tickets are placed by SQL.
 * @see packages/storage/src/steps/place-in-queue.ts `skillsNeeded`, the same rule as SQL
 */
export function skillsNeeded(needs: readonly string[], fields: RoutingFields): string[] {
  const values = [
    ['{entityId}', fields.entityId],
    ['{language}', fields.language ?? ''],
    ['{ccr}', reasonKeys(fields.ccr).topicKey ?? ''],
  ] as const;
  const filled = needs
    .map((need) => ({ need, all: [...values, ...fieldValue(need, fields)] }))
    .filter(({ need, all }) => all.every(([name, value]) => value !== '' || !need.includes(name)))
    .map(({ need, all }) => all.reduce((text, [name, value]) => text.replaceAll(name, () => value), need));
  return [...new Set(filled)].toSorted((a, b) => (a < b ? -1 : 1));
}

/** The placeholder of the custom field in a need, such as `{field:shop}`, and its value. The settings allow one in each. */
function fieldValue(need: string, { fieldKeys = {} }: RoutingFields): [name: string, value: string][] {
  const id = /\{field:([^}]*)\}/.exec(need)?.[1];
  return id === undefined ? [] : [[`{field:${id}}`, Object.hasOwn(fieldKeys, id) ? fieldKeys[id]! : '']];
}
