import { topicKey } from '@chat-ticket/contract';

/** A queue, with what it still needs after its last widen step. Null: the queue takes every value. */
export type ServedQueue = {
  readonly id: string;
  /** The needs of the last stage, with their placeholders. */
  readonly needs: readonly string[];
  readonly entityIds: readonly string[] | null;
  readonly languages: readonly string[] | null;
  readonly ccrs: readonly string[] | null;
  /** The values of custom fields that the queue takes, by the id of the field. */
  readonly fields: Readonly<Record<string, readonly string[]>> | null;
};

const placeholder = /(\{entityId\}|\{language\}|\{ccr\}|\{field:[^}]*\})/;
const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
const anyOf = (values: readonly string[] | null) => (values ? `(?:${values.map(escaped).join('|')})` : '.+');

/**
 * Returns a rule that says whether an agent with these skills serves the queue: whether it has the skills for some ticket
 * that the queue takes. Widening only drops needs, so the last stage decides. Tiers do not count: a ticket of every queue
 * can be escalated.
 */
export function servesQueue({ needs, entityIds, languages, ccrs, fields }: ServedQueue) {
  const values: Readonly<Record<string, string>> = {
    '{entityId}': anyOf(entityIds),
    '{language}': anyOf(languages),
    '{ccr}': anyOf(ccrs && ccrs.map(topicKey)),
  };
  const patternOf = (part: string) => {
    const fieldId = /^\{field:(.*)\}$/s.exec(part)?.[1];
    if (fieldId !== undefined) return anyOf(fields?.[fieldId] ?? null);
    return values[part] ?? escaped(part);
  };
  const patterns = needs.map((need) => {
    const parts = need.split(placeholder).map(patternOf);
    return new RegExp(`^${parts.join('')}$`, 'su');
  });
  return (skills: readonly string[]): boolean =>
    patterns.every((pattern) => skills.some((skill) => pattern.test(skill)));
}
