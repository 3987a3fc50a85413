import * as v from 'valibot';
import { RequestError } from './error.ts';
import { Value } from './value.ts';

export type Version = 2 | 3;

const sqlText = { sql: v.nullish(v.string()), sql_id: v.nullish(v.pipe(v.number(), v.safeInteger())) };
const stepIndex = v.pipe(v.number(), v.integer(), v.minValue(0));

export type SqlText = v.InferOutput<v.ObjectSchema<typeof sqlText, undefined>>;

const Stmt = v.object({
  ...sqlText,
  args: v.nullish(v.array(Value), []),
  named_args: v.nullish(v.array(v.object({ name: v.string(), value: Value })), []),
  want_rows: v.nullish(v.boolean(), true),
});
export type Stmt = v.InferOutput<typeof Stmt>;

export type Condition =
  | { type: 'ok' | 'error'; step: number }
  | { type: 'not'; cond: Condition }
  | { type: 'and' | 'or'; conds: Condition[] }
  | { type: 'is_autocommit' };

const conditionBefore3: v.GenericSchema<Condition> = v.lazy(() => conditionOf(conditionBefore3, []));
const conditionFrom3: v.GenericSchema<Condition> = v.lazy(() =>
  conditionOf(conditionFrom3, [v.object({ type: v.literal('is_autocommit') })]),
);

function conditionOf(
  condition: v.GenericSchema<Condition>,
  more: v.ObjectSchema<{ type: v.LiteralSchema<'is_autocommit', undefined> }, undefined>[],
) {
  return v.variant('type', [
    v.object({ type: v.picklist(['ok', 'error']), step: stepIndex }),
    v.object({ type: v.literal('not'), cond: condition }),
    v.object({ type: v.picklist(['and', 'or']), conds: v.array(condition) }),
    ...more,
  ]);
}

const batchOf = (condition: v.GenericSchema<Condition>) =>
  v.object({ steps: v.array(v.object({ condition: v.nullish(condition), stmt: Stmt })) });
export type Batch = v.InferOutput<ReturnType<typeof batchOf>>;

const streamRequests = (condition: v.GenericSchema<Condition>) =>
  [
    v.object({ type: v.literal('close') }),
    v.object({ type: v.literal('execute'), stmt: Stmt }),
    v.object({ type: v.literal('batch'), batch: batchOf(condition) }),
    v.object({ type: v.literal('sequence'), ...sqlText }),
    v.object({ type: v.literal('describe'), ...sqlText }),
    v.object({
      type: v.literal('store_sql'),
      sql_id: v.pipe(v.number(), v.safeInteger()),
      sql: v.string(),
    }),
    v.object({ type: v.literal('close_sql'), sql_id: v.pipe(v.number(), v.safeInteger()) }),
  ] as const;

const StreamRequest = v.variant('type', [
  ...streamRequests(conditionFrom3),
  v.object({ type: v.literal('get_autocommit') }),
]);
export type StreamRequest = v.InferOutput<typeof StreamRequest>;

const baton = v.nullish(v.string());

const pipelineBodies = {
  2: v.object({ baton, requests: v.array(v.variant('type', streamRequests(conditionBefore3))) }),
  3: v.object({ baton, requests: v.array(StreamRequest) }),
};
const CursorBody = v.object({ baton, batch: batchOf(conditionFrom3) });

export const readPipelineBody = (version: Version, text: string) => read(pipelineBodies[version], text);
export const readCursorBody = (text: string) => read(CursorBody, text);

function read<TSchema extends v.GenericSchema>(schema: TSchema, text: string): v.InferOutput<TSchema> {
  try {
    return v.parse(schema, JSON.parse(text));
  } catch (error) {
    // A RangeError is a stack overflow: the body limits the depth of conditions, and nothing else does.
    if (!(error instanceof SyntaxError || error instanceof v.ValiError || error instanceof RangeError)) {
      throw error;
    }
    const path = error instanceof v.ValiError ? v.getDotPath(error.issues[0]) : null;
    throw new RequestError(
      400,
      'HRANA_PROTO_ERROR',
      `Malformed request: ${error.message}${path ? ` (at ${path})` : ''}`,
    );
  }
}
