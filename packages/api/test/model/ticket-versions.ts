import type { ModelTicket } from './model-desk.ts';

/** Which version an If-Match names: the current one, or one that the ticket does not have. */
export type Condition = 'current' | 'past';

type Known = { versions: string[]; visible: string };

/** The fields whose change must change the version. */
const visibleFields = ({
  status,
  agentId,
  pickedAt,
  tier,
  priority,
  language,
  ccr,
  orderId,
  entityId,
  fieldKeys,
}: ModelTicket) =>
  JSON.stringify([status, agentId, pickedAt, tier, priority, language, ccr, orderId, entityId, fieldKeys]);

/** Records every version of every ticket. A ticket that differs must have a version that it never had before. */
export class TicketVersions {
  readonly #known = new Map<string, Known>();

  /** Records the current versions and returns the ids of tickets that changed without a new version. */
  apply(tickets: readonly ModelTicket[], versions: ReadonlyMap<string, string>): string[] {
    return tickets
      .filter((ticket) => !this.#record(ticket.id, versions.get(ticket.id)!, visibleFields(ticket)))
      .map(({ id }) => id);
  }

  #record(id: string, version: string, visible: string): boolean {
    const last = this.#known.get(id) ?? { versions: [], visible };
    const isSame = last.versions.at(-1) === version;
    if (!isSame) this.#known.set(id, { versions: [...last.versions, version], visible });
    return isSame ? last.visible === visible : !last.versions.includes(version);
  }

  headersFor(ticketId: string, condition: Condition | null): Record<string, string> {
    if (condition === null) return {};
    const { versions } = this.#known.get(ticketId)!;
    const version = condition === 'current' ? versions.at(-1) : versions.length > 1 ? versions[0] : 'never';
    return { 'If-Match': `"${version}"` };
  }
}
