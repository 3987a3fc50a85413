import { expect, it } from 'vitest';
import { select, statement } from './statement.ts';

it('binds each parameter by its name, in the order of the text', () => {
  const move = statement<{ id: string; to: number }>`update t set x = :to, y = :to where id = :id`;
  expect(move.bind({ id: 'a', to: 2 })).toEqual({
    sql: 'update t set x = ?, y = ? where id = ?',
    args: [2, 2, 'a'],
  });
});

it('binds a boolean as 0 or 1, and a list or an object as JSON', () => {
  const insert = statement<{ yes: boolean; list: string[]; object: { a: number }; none: null }>`
    values (:yes, :list, :object, :none)`;
  const bound = insert.bind({ yes: true, list: ['a'], object: { a: 1 }, none: null });
  expect(bound).toMatchObject({ args: [1, '["a"]', '{"a":1}', null] });
});

it('ignores colons in strings, and does not send comments', () => {
  const read = statement<{ id: string }>`
    select 'it''s :id', "quoted" -- a comment with :id and an apostrophe: it's
    from t where id = :id`;
  expect(read.bind({ id: 'a' })).toEqual({
    sql: `
    select 'it''s :id', "quoted" 
    from t where id = ?`,
    args: ['a'],
  });
});

it('refuses to bind if a parameter has no value', () => {
  const read = statement<{ id?: string }>`select :id`;
  expect(() => read.bind({})).toThrow('The parameter :id has no value.');
});

it('names the fields of a row after its columns', () => {
  const read = select<object, { a: number; b: string }>`select a, b from t`;
  expect(read.read({ columns: ['a', 'b'], rows: [{ 0: 1, 1: 'x' }] })).toEqual([{ a: 1, b: 'x' }]);
});
