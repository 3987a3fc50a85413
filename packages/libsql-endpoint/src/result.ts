import type { Column, StatementResult } from './connection.ts';
import type { WireError } from './error.ts';
import { encodeValue, type Value } from './value.ts';

export interface StmtResult {
  cols: Column[];
  rows: Value[][];
  affected_row_count: number;
  last_insert_rowid: string | null;
  replication_index: null;
}

export interface BatchResult {
  step_results: (StmtResult | null)[];
  step_errors: (WireError | null)[];
  replication_index: null;
}

export interface DescribeResult {
  params: { name: string | null }[];
  cols: Column[];
  is_explain: boolean;
  is_readonly: boolean;
}

export const encodeResult = (result: StatementResult, wantRows: boolean): StmtResult => ({
  cols: result.columns,
  rows: wantRows ? result.rows.map((row) => row.map(encodeValue)) : [],
  affected_row_count: result.affectedRowCount,
  last_insert_rowid: result.lastInsertRowid?.toString() ?? null,
  replication_index: null,
});
