import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { describe, expect, it } from 'vitest';
import { tablesWithoutMigration } from '../scripts/check-migrations.ts';
import * as schema from '../src/schema.ts';

describe('tablesWithoutMigration', () => {
  it('finds no table in the schema as it is', async () => {
    expect(await tablesWithoutMigration(schema)).toEqual([]);
  });

  it('finds a table that no migration creates', async () => {
    const visits = sqliteTable('visits', { id: integer().primaryKey() });
    expect(await tablesWithoutMigration({ ...schema, visits })).toEqual(['visits']);
  });

  it('finds a table whose columns have changed', async () => {
    const tickets = sqliteTable('tickets', { id: text().primaryKey() });
    expect(await tablesWithoutMigration({ ...schema, tickets })).toEqual(['tickets']);
  });

  it('finds a table that no migration drops', async () => {
    const { tickets: _, ...others } = schema;
    expect(await tablesWithoutMigration(others)).toEqual(['tickets']);
  });
});
