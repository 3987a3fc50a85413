import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import Engine from 'libsql';
import { messagesOf } from './corpus.ts';
import type { Variant } from './variants.ts';

/** Texts to search for, by what they show. */
export const searches: Readonly<Record<string, string>> = {
  'common word': 'the order',
  'common beginning': 'ord',
  'rare word': '1000000000',
  'three words': 'refund order delivery',
  'one Chinese character': '單',
  'a common Chinese character': '的',
  'two Chinese characters': '訂單',
  'four Chinese characters': '信用卡付',
  'two frequent characters, never adjacent': '單話',
  'a Thai word': 'คืนเงิน',
  'a rare Thai word': 'ศูนย์ยิ้มธรรม',
  'an Arabic word': 'مرحبا',
  'a Hindi word': 'दाल',
  'an emoji': '😡',
  'no match': 'zzzzz qqqqq',
};

export type SearchResult = {
  variant: string;
  indexMiB: number;
  storedMiB: number;
  /** CPU of folding and of the INSERT for one message, in µs. */
  foldMicros: number;
  insertMicros: number;
  /** The slowest single INSERT of the last 1,000 messages, each in its transaction, in ms. */
  slowestInsertMs: number;
  /** The fastest of nine runs each: other work on the machine slows the others down. */
  searches: Record<string, { rows: number; ms: number }>;
};

const pageSize = 51;

/** Indexes messages with one variant in a new file, and searches them. */
export function measure(variant: Variant, messages: number): SearchResult {
  const folder = mkdtempSync(join(tmpdir(), 'chat-ticket-search-'));
  const path = join(folder, 'search.db');
  const db = new Engine(path);
  try {
    db.exec('pragma journal_mode = wal; pragma synchronous = off');
    db.exec('create table messages (id integer primary key, text text)');
    const sizeOf = () => {
      db.exec('pragma wal_checkpoint(truncate)');
      return statSync(path).size / 2 ** 20;
    };
    const insert = db.prepare('insert into messages values (?, ?)');
    let foldMs = 0;
    let id = 0;
    const texts = messagesOf(messages, 1);
    db.exec('begin');
    for (const text of texts) {
      const before = performance.now();
      const stored = variant.stored(text);
      foldMs += performance.now() - before;
      insert.run(++id, stored);
    }
    db.exec('commit');
    const storedMiB = sizeOf();
    db.exec(
      `create virtual table found using fts5(text, content='messages', content_rowid='id', ${variant.options})`,
    );
    const index = db.prepare('insert into found (rowid, text) select id, text from messages where id = ?');
    const startedAt = performance.now();
    const single = 1_000;
    for (let from = 1; from <= messages - single; from += 1_000) {
      db.exec('begin');
      for (let row = from; row < Math.min(from + 1_000, messages - single + 1); row++) index.run(row);
      db.exec('commit');
    }
    const insertMs = performance.now() - startedAt;
    let slowestInsertMs = 0;
    for (let row = messages - single + 1; row <= messages; row++) {
      const before = performance.now();
      index.run(row);
      slowestInsertMs = Math.max(slowestInsertMs, performance.now() - before);
    }
    const indexMiB = sizeOf() - storedMiB;
    const search = db.prepare(
      `select rowid from found where found match ? order by rowid desc limit ${pageSize}`,
    );
    const times = Object.entries(searches).map(([name, words]) => {
      const match = variant.match(words);
      const runs = Array.from({ length: 9 }, () => {
        const before = performance.now();
        const rows = search.all(match).length;
        return { rows, ms: performance.now() - before };
      }).toSorted((a, b) => a.ms - b.ms);
      return [name, runs[0]!] as const;
    });
    return {
      variant: variant.name,
      indexMiB,
      storedMiB,
      foldMicros: (foldMs / messages) * 1_000,
      insertMicros: (insertMs / (messages - single)) * 1_000,
      slowestInsertMs,
      searches: Object.fromEntries(times),
    };
  } finally {
    db.close();
    rmSync(folder, { recursive: true });
  }
}
