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

  /** Answers which tickets have become others under a version that they had. */
  follow(tickets: readonly ModelTicket[], versions: ReadonlyMap<string, string>): string[] {
    return tickets
      .filter((ticket) => !this.#note(ticket.id, versions.get(ticket.id)!, shownOf(ticket)))
      .map(({ id }) => id);
  }

  #note(id: string, version: string, shown: string): boolean {
    const last = this.#known.get(id) ?? { versions: [], shown };
    const isKept = last.versions.at(-1) === version;
    if (!isKept) this.#known.set(id, { versions: [...last.versions, version], shown });
    return isKept ? last.shown === shown : !last.versions.includes(version);
  }

  headersFor(ticketId: string, condition: Condition | null): Record<string, string> {
    if (condition === null) return {};
    const { versions } = this.#known.get(ticketId)!;
    const named = condition === 'current' ? versions.at(-1) : versions.length > 1 ? versions[0] : 'never';
    return { 'If-Match': `"${named}"` };
  }
}
