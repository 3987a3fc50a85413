import { createWriteStream, rmSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { timeOf } from '@chat-ticket/domain';
import { listTicketFacts, type Send, type TicketFactRow } from '@chat-ticket/storage';
import { csvLine } from '@chat-ticket/text';
import { parseConfig } from '../config/parse-config.ts';
import { withWorkspace } from '../database/with-workspace.ts';
import { isSystemError, systemReason } from './system-error.ts';

type Options = { from?: string; to?: string; timeZone: string; workspace: string };

/** How many rows one query reads. The memory has one page, whatever the length of the file. */
const pageLength = 1_000;
/** How often the progress is printed, in rows. */
const progressRows = 100_000;

export async function exportTickets(file: string, options: Options): Promise<void> {
  const format = formatOf(file);
  const range = rangeOf(options);
  const count = await withWorkspace(parseConfig(process.env), options.workspace, async (send) => {
    let written = 0;
    const onRow = () => {
      written++;
      if (written % progressRows === 0) console.error(`${written} tickets written`);
    };
    await write(file, linesOf(send, range, format, onRow));
    return written;
  });
  console.log(`Exported ${count} tickets to ${file}.`);
}

type Format = { header: string; line: (row: object) => string };

function formatOf(file: string): Format {
  if (file.endsWith('.jsonl')) return { header: '', line: (row) => `${JSON.stringify(row)}\n` };
  if (file.endsWith('.csv'))
    return {
      header: csvLine(Object.keys(columns)),
      line: (row) => csvLine(Object.values(row).map((value) => String(value ?? ''))),
    };
  throw new Error(`${file} has no known format. Choose a name that ends with .csv or .jsonl.`);
}

function rangeOf({ from, to, timeZone }: Options): { from: number; until: number } {
  const read = (text: string) => {
    const time = timeOf(text, timeZone);
    if (time === null) throw new Error(`The calendar has no ${text}. Write a date that exists.`);
    return time;
  };
  return {
    from: from === undefined ? 0 : read(from),
    until: to === undefined ? Date.now() + 1 : read(to),
  };
}

const time = (at: number | null) => (at === null ? null : new Date(at).toISOString());

/** The columns of a file, each with its value. */
const columns = {
  ticketId: (row) => row.ticketId,
  queueId: (row) => row.queueId,
  entityId: (row) => row.entityId || null,
  language: (row) => row.language,
  ccr: (row) => row.ccr,
  agentId: (row) => row.agentId,
  firstAgentId: (row) => row.firstAgentId,
  replyAgentId: (row) => row.replyAgentId,
  createdTime: (row) => time(row.createdAt),
  firstAssignedTime: (row) => time(row.firstAssignedAt),
  pickedTime: (row) => time(row.pickedAt),
  firstReplyTime: (row) => time(row.firstReplyAt),
  roomClosedTime: (row) => time(row.roomClosedAt),
  closedTime: (row) => time(row.closedAt),
  goalMs: (row) => row.goalMs,
  assignments: (row) => row.assignments,
  misses: (row) => row.misses,
  declines: (row) => row.declines,
  transfers: (row) => row.transfers,
} as const satisfies Record<string, (row: TicketFactRow) => string | number | null>;

const toRow = (row: TicketFactRow): object =>
  Object.fromEntries(Object.entries(columns).map(([name, valueOf]) => [name, valueOf(row)]));

/** The lines of the file, a page at a time. The next page is read when the file has taken the one before. */
async function* linesOf(
  send: Send,
  range: { from: number; until: number },
  { header, line }: Format,
  onRow: () => void,
): AsyncGenerator<string> {
  if (header !== '') yield header;
  let place = { afterAt: 0, afterId: 0 };
  for (;;) {
    const rows = await send(listTicketFacts, { ...range, ...place, limit: pageLength });
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows
      .map((row) => {
        onRow();
        return line(toRow(row));
      })
      .join('');
    place = { afterAt: last.createdAt, afterId: last.id };
  }
}

/** Writes a new file. An error leaves none. */
async function write(file: string, lines: AsyncGenerator<string>): Promise<void> {
  const output = createWriteStream(file, { flags: 'wx' });
  let isCreated = false;
  output.once('open', () => {
    isCreated = true;
  });
  try {
    await pipeline(Readable.from(lines), output);
  } catch (error) {
    if (isCreated) rmSync(file, { force: true });
    if (!isSystemError(error)) throw error;
    throw new Error(`Cannot write ${file}: ${systemReason(error)}.`, { cause: error });
  }
}
