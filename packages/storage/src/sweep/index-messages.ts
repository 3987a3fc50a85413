import { command, query } from '../command/command.ts';
import type { CommandContext } from '../command/command-context.ts';
import { one, select, statement } from '../command/statement.ts';
import { send } from '../command/send.ts';
import type { Database } from '../database.ts';
import { termsOf } from '../rows/message-texts.ts';

/** How many messages one batch indexes, and from how many bytes of text on it ends. */
const batchSize = 100;
const batchBytes = 131_072;
/** How many batches one sweep runs. */
const maxBatches = 5;

type Range = { firstId: number; lastId: number };
type Unindexed = { id: number; text: string | null; attachments: string };

const newestRange = 'select * from search_backlog order by last_id desc, first_id limit 1';

const selectRange = select<
  object,
  Range
>`select first_id as "firstId", last_id as "lastId" from (${newestRange})`;

const selectUnindexed = select<object, Unindexed>`
  select id, text, attachments from (
    select id, text, attachments,
      sum(length(cast(coalesce(text, '') as blob)) + length(cast(attachments as blob)))
        over (order by id desc rows between unbounded preceding and 1 preceding) as bytes_before
    from (
      select messages.id, messages.text, messages.attachments
      from (${newestRange}) as newest join messages on messages.id between newest.first_id and newest.last_id
      order by messages.id desc limit ${batchSize}))
  where coalesce(bytes_before, 0) < ${batchBytes}
  order by id desc`;

/** The next messages of the backlog, newest first, and the range that they are of. Null: nothing is left. */
export const getUnindexed = query({ answer: { range: one(selectRange), messages: selectUnindexed } });

type Item = Unindexed & { terms: string };

type IndexBatch = CommandContext &
  Range & {
    items: readonly Item[];
    /** The first id of the range that was read. */
    reachedId: number;
  };

const valueOf = (name: keyof Item) => `(value ->> '${name}')`;
const rangeRead = 'last_id = :lastId and first_id = :firstId';

/** The messages that have not changed since they were read. The others keep their place in the backlog. */
const unchanged = `json_each(:items) join messages on messages.id = ${valueOf('id')}
    and messages.text is ${valueOf('text')} and messages.attachments = ${valueOf('attachments')}`;
const isNotIndexed = 'not exists (select 1 from messages_text where rowid = messages.id)';

// In ascending order, because FTS5 writes a segment of its index whenever a row number is not larger than the one before.
const saveTerms = statement<IndexBatch>`
  insert into messages_text (rowid, terms)
  select messages.id, ${valueOf('terms')} from ${unchanged} where ${isNotIndexed}
  order by messages.id`;

const clearFileNames = statement<IndexBatch>`
  update messages set file_names = null
  where id in (select ${valueOf('id')} from json_each(:items)) and file_names is not null`;

const addRest = statement<IndexBatch>`
  insert into search_backlog (last_id, first_id)
  select :reachedId - 1, first_id from search_backlog where ${rangeRead} and first_id < :reachedId
  on conflict do nothing`;

const removeRange = statement<IndexBatch>`delete from search_backlog where ${rangeRead}`;

const keepChanged = statement<IndexBatch>`
  insert into search_backlog (last_id, first_id)
  select messages.id, messages.id from json_each(:items) join messages on messages.id = ${valueOf('id')}
  where ${isNotIndexed}
  on conflict do nothing`;

/** Indexes messages that `getUnindexed` has read, and takes them from the backlog. */
export const indexBatch = command({
  steps: [saveTerms, clearFileNames, addRest, removeRange, keepChanged],
  answer: {},
});

/**
 * Indexes the newest messages of the backlog in at most 5 batches. `nextContext` returns the context of each batch.
 *
 * @returns Whether messages are left.
 */
export async function indexMessages(db: Database, nextContext: () => CommandContext): Promise<boolean> {
  for (let batch = 0; batch < maxBatches; batch++) {
    const { range, messages } = await send(db, getUnindexed, {});
    if (!range) return false;
    const items = messages.map(({ id, text, attachments }) => ({
      id,
      text,
      attachments,
      terms: termsOf({ text, attachments: JSON.parse(attachments) }),
    }));
    const reachedId = messages.at(-1)?.id ?? range.firstId;
    await send(db, indexBatch, { ...nextContext(), ...range, items, reachedId });
  }
  return true;
}
