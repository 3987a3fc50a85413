import { expect } from 'vitest';
import type { ModelTicket } from './model-desk.ts';

/** What an If-Match names: the version that the ticket has, or one that it has not. */
export type Condition = 'current' | 'past';

type Known = { versions: string[]; shown: string };

const shownOf = ({
  status,
  agentId,
  pickedAt,
  tier,
  priority,
  language,
  ccr,
  orderId,
  entityId,
}: ModelTicket) =>
  JSON.stringify([status, agentId, pickedAt, tier, priority, language, ccr, orderId, entityId]);

/** The versions that tickets have had. */
export class VersionLog {
  readonly #known = new Map<string, Known>();

  /** Holds that no ticket has become another under the version that it had. */
  follow(tickets: readonly ModelTicket[], versions: ReadonlyMap<string, string>): void {
    for (const ticket of tickets) {
      const version = versions.get(ticket.id)!;
      const shown = shownOf(ticket);
      const last = this.#known.get(ticket.id) ?? { versions: [], shown };
      if (last.versions.at(-1) === version) expect(shown).toBe(last.shown);
      else expect(last.versions).not.toContain(version);
      this.#known.set(ticket.id, { versions: [...new Set([...last.versions, version])], shown });
    }
  }

  headersFor(ticketId: string, condition: Condition | null): Record<string, string> {
    if (condition === null) return {};
    const { versions } = this.#known.get(ticketId)!;
    const named = condition === 'current' ? versions.at(-1) : versions.length > 1 ? versions[0] : 'never';
    return { 'If-Match': `"${named}"` };
  }
}
