import { issueMessage } from '@chat-ticket/contract';
import * as v from 'valibot';

/** A chat in the format of the ABCD data set, with the fields that the replay uses. */
const Conversation = v.object({
  convo_id: v.pipe(v.number(), v.integer()),
  scenario: v.object({
    personal: v.object({
      customer_name: v.pipe(v.string(), v.trim(), v.minLength(1)),
      username: v.optional(v.string(), ''),
    }),
    order: v.optional(v.object({ order_id: v.optional(v.string(), '') }), {}),
    flow: v.string(),
    subflow: v.string(),
  }),
  original: v.array(v.strictTuple([v.picklist(['agent', 'customer', 'action']), v.string()])),
});
export type Conversation = v.InferOutput<typeof Conversation>;

const List = v.array(Conversation);
const ListsByName = v.record(v.string(), List);

/**
 * The conversations of a JSON text: a list, or named lists as in the full data set. Throws an error of one line.
 */
export function parseConversations(text: string): Conversation[] {
  const json = parseJson(text);
  const result = Array.isArray(json)
    ? v.safeParse(List, json, { abortEarly: true, message: issueMessage })
    : v.safeParse(ListsByName, json, { abortEarly: true, message: issueMessage });
  if (!result.success) throw new Error(describeIssue(result.issues[0]));
  const conversations = Object.values(result.output).flat();
  if (conversations.length === 0) throw new Error('the file contains no conversation');
  return conversations;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error(`not JSON: ${(cause as Error).message.replaceAll(/\s+/g, ' ')}`, { cause });
  }
}

function describeIssue({ message, ...issue }: v.BaseIssue<unknown>): string {
  const path: readonly v.IssuePathItem[] = issue.path ?? [];
  const index = path.findIndex(({ key }) => typeof key === 'number');
  const keys = path.map(({ key }) => String(key));
  if (index === -1) return [...keys, message].join(': ');
  const id: unknown = (path[index]!.value as { convo_id?: unknown } | null)?.convo_id;
  const place = [
    ...keys.slice(0, index),
    `conversation ${Number(keys[index]) + 1}${typeof id === 'number' ? ` (convo_id ${id})` : ''}`,
    ...(index + 1 < keys.length ? [keys.slice(index + 1).join('.')] : []),
  ];
  return `${place.join(', ')}: ${message}`;
}
