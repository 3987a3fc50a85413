import { eq } from 'drizzle-orm';
import { describe, expectTypeOf, it } from 'vitest';
import type { Database } from '../database.ts';
import { agents } from '../schema.ts';
import { build, built, type Placeholders } from './built.ts';
import { command, forEach, query } from './command.ts';
import type { CommandContext } from './command-context.ts';
import { send } from './send.ts';
import { one, only, select, statement } from './statement.ts';

declare const db: Database;
declare const context: CommandContext;

type Row = { id: string; note: string | null };

const setNote = statement<CommandContext & { agentId: string; note: string | null }>``;
const setSkills = statement<{ agentId: string; skills: readonly string[] }>``;
const selectRows = select<{ agentId: string }, Row>``;
const selectCount = select<{ isOnline: boolean }, { count: number }>``;
const selectName = built((p: Placeholders<{ agentId: string }>) =>
  build.select({ name: agents.name }).from(agents).where(eq(agents.id, p.agentId)),
);
const selectByDate = ({ at }: Placeholders<{ at: Date }>) =>
  build.select({ id: agents.id }).from(agents).where(eq(agents.id, at));

const change = command({
  steps: [setNote, setSkills],
  answer: { rows: selectRows, first: one(selectRows), count: only(selectCount), name: one(selectName) },
});
const params = { agentId: 'a', note: null, skills: ['vip'], isOnline: true };
const list = query({ answer: { rows: selectRows } });

describe('send', () => {
  it('requires the parameters of all steps and answers', () => {
    expectTypeOf(send(db, change, { ...context, ...params }));
    const { note: _note, ...withoutNote } = params;
    // @ts-expect-error a step takes note
    expectTypeOf(send(db, change, { ...context, ...withoutNote }));
    const { isOnline: _isOnline, ...withoutIsOnline } = params;
    // @ts-expect-error an answer takes isOnline
    expectTypeOf(send(db, change, { ...context, ...withoutIsOnline }));
    // @ts-expect-error agentId is a string
    expectTypeOf(send(db, change, { ...context, ...params, agentId: 1 }));
  });

  it('requires the command context for a command, even if no statement uses it', () => {
    // @ts-expect-error the context is missing
    expectTypeOf(send(db, change, params));
    const setOnly = command({ steps: [setSkills], answer: {} });
    expectTypeOf(send(db, setOnly, { ...context, agentId: 'a', skills: [] }));
    const { changeId: _changeId, ...withoutChangeId } = context;
    // @ts-expect-error changeId is missing
    expectTypeOf(send(db, setOnly, { ...withoutChangeId, agentId: 'a', skills: [] }));
  });

  it('requires no command context for a query', () => {
    expectTypeOf(send(db, list, { agentId: 'a' }));
    expectTypeOf(send(db, query({ answer: { all: select<object, Row>`` } }), {}));
  });

  it('requires the input of `params` instead of the parameters', () => {
    const listOf = query({
      params: ({ id }: { id: string }) => ({ agentId: id }),
      answer: { rows: selectRows },
    });
    expectTypeOf(send(db, listOf, { id: 'a' }));
    // @ts-expect-error the input has an id
    expectTypeOf(send(db, listOf, { agentId: 'a' }));
  });

  it('returns the answers by name', () => {
    expectTypeOf(send(db, change, { ...context, ...params })).resolves.toEqualTypeOf<{
      rows: Row[];
      first: Row | null;
      count: { count: number };
      name: { name: string | null } | null;
    }>();
    expectTypeOf(send(db, list, { agentId: 'a' })).resolves.toEqualTypeOf<{ rows: Row[] }>();
  });

  it('returns what `outcome` returns', () => {
    const changeOrNot = command({
      steps: [setNote],
      answer: { rows: selectRows },
      outcome: ({ rows }, { now }) => {
        expectTypeOf(rows).toEqualTypeOf<Row[]>();
        return { outcome: rows.length > 0 ? ('done' as const) : ('unchanged' as const), at: now };
      },
    });
    expectTypeOf(send(db, changeOrNot, { ...context, agentId: 'a', note: null })).resolves.toEqualTypeOf<{
      outcome: 'done' | 'unchanged';
      at: number;
    }>();
  });
});

describe('command', () => {
  it('refuses `params` that lack a parameter of a statement', () => {
    expectTypeOf(
      command({
        // @ts-expect-error setSkills takes skills
        params: (own: CommandContext & { id: string }) => ({ ...own, agentId: own.id }),
        steps: [setSkills],
        answer: {},
      }),
    );
  });

  it('takes the list of a repeated step, not the parameters of one item', () => {
    const setEach = forEach(
      ({ ids }: { ids: readonly string[] }) => ids.map((agentId) => ({ agentId, skills: [] })),
      setSkills,
    );
    const setAll = command({ steps: [setEach], answer: {} });
    expectTypeOf(send(db, setAll, { ...context, ids: ['a'] }));
    // @ts-expect-error ids is missing
    expectTypeOf(send(db, setAll, { ...context, agentId: 'a', skills: [] }));
  });
});

describe('statement', () => {
  it('takes parameters that can be bound', () => {
    type Params = { text: string; number: number; boolean: boolean; none: null; list: string[]; object: Row };
    expectTypeOf(statement<Params>``);
    expectTypeOf(select<Params, Row>``);
  });

  it('refuses a parameter of another type', () => {
    // @ts-expect-error a Date cannot be bound
    expectTypeOf(statement<{ at: Date }>``);
    // @ts-expect-error a bigint cannot be bound
    expectTypeOf(select<{ seq: bigint }, Row>``);
    // @ts-expect-error a parameter without a value is null, not undefined
    expectTypeOf(statement<{ note: string | undefined }>``);
    // @ts-expect-error a Date cannot be bound
    expectTypeOf(built(selectByDate));
  });
});
