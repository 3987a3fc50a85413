import { and, asc, desc, eq, gt, lt, sql } from 'drizzle-orm';
import { build, built, type Placeholders } from '../command/built.ts';
import { query } from '../command/command.ts';
import { one } from '../command/statement.ts';
import { messageColumns, type MessageRow } from '../rows/message-row.ts';
import { bytesBefore, columnsOf, isInPage } from '../rows/page.ts';
import { type ReadRoomRow, type RoomReader, selectReadRoom } from '../rows/room-row.ts';
import { messages, tickets } from '../schema.ts';

/** The page of messages to list. */
export type ListMessages = RoomReader & {
  /** Only messages after this number. Null: all. */
  after: number | null;
  /** Only messages before this number. Null: all. */
  before: number | null;
  /** The size of the page. */
  limit: number;
};

type Params = RoomReader & { after: number; before: number; rows: number };

/** The column whose numbers `after` and `before` are. A message without a number is not found. */
type Numbers = typeof messages.seq | typeof messages.customerSeq;

const selectMessages = (numbers: Numbers, order: typeof asc) =>
  built((p: Placeholders<Params>) => {
    const candidates = build
      .select(messageColumns)
      .from(messages)
      .where(
        and(
          eq(
            messages.ticketId,
            build.select({ id: tickets.id }).from(tickets).where(eq(tickets.roomId, p.roomId)),
          ),
          gt(numbers, p.after),
          lt(numbers, p.before),
        ),
      )
      .orderBy(order(numbers))
      .limit(sql.placeholder('rows'))
      .as('candidates');
    const large = [candidates.text, candidates.attachments];
    const sized = build
      .select({
        ...columnsOf(messageColumns, candidates),
        candidates: sql<number>`count(*) over ()`.as('candidate_count'),
        bytesBefore: bytesBefore(order(candidates.seq), large).as('bytes_before'),
      })
      .from(candidates)
      .as('sized');
    return build
      .select({ ...columnsOf(messageColumns, sized), candidates: sized.candidates })
      .from(sized)
      .where(isInPage(sql`bytes_before`))
      .orderBy(order(sized.seq));
  });

const toParams = ({ after, before, limit, ...rest }: ListMessages): Params => ({
  ...rest,
  after: after ?? 0,
  before: before ?? Number.MAX_SAFE_INTEGER,
  // The additional row shows whether more messages exist.
  rows: limit + 1,
});

/** `candidates` is how many rows the page could have without the limit of bytes. */
type CandidateRow = MessageRow & { candidates: number };
type Found = { room: ReadRoomRow | null; rows: CandidateRow[] };
type MessagePage = { room: ReadRoomRow | null; messages: MessageRow[]; hasMore: boolean };

function toPage({ room, rows }: Found, { limit }: ListMessages): MessagePage {
  const page = rows.slice(0, limit);
  return { room, messages: page, hasMore: (rows[0]?.candidates ?? 0) > page.length };
}

const listOf = (numbers: Numbers) => ({
  first: query({
    params: toParams,
    answer: { room: one(selectReadRoom), rows: selectMessages(numbers, asc) },
    outcome: toPage,
  }),
  last: query({
    params: toParams,
    answer: { room: one(selectReadRoom), rows: selectMessages(numbers, desc) },
    outcome: (found: Found, input: ListMessages): MessagePage => {
      const page = toPage(found, input);
      return { ...page, messages: page.messages.toReversed() };
    },
  }),
});

/**
 * A page of a room’s messages in the order of `seq`: the `first` or the `last` ones of the range. `hasMore` is whether
 * the range has more than the page. `room` is null if the room does not exist.
 */
export const listMessages = listOf(messages.seq);

/** The same, of the messages that customers get, by the numbers that these have for customers. */
export const listMessagesForCustomer = listOf(messages.customerSeq);
