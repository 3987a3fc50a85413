import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { useEndpoint } from './endpoint.fixture.ts';

const endpoint = useEndpoint();

const Nullables = v.array(v.nullable(v.object({})));
const Result = v.object({ step_results: Nullables, step_errors: Nullables });
const Answer = v.object({ results: v.tuple([v.object({ response: v.object({ result: Result }) })]) });

const send = (steps: object[]) => endpoint.pipeline([{ type: 'batch', batch: { steps } }]);

async function outcomes(steps: object[]): Promise<string[]> {
  const { response } = v.parse(Answer, (await send(steps)).body).results[0];
  const { step_results: results, step_errors: errors } = response.result;
  return steps.map((_, index) => (errors[index] ? 'error' : results[index] ? 'ok' : 'skipped'));
}

const step = (sql: string, condition?: object) => ({ stmt: { sql }, condition });
const isOk = (index: number) => ({ type: 'ok', step: index });
const isError = (index: number) => ({ type: 'error', step: index });

describe('a batch', () => {
  it.each([
    [isOk(0), 'ok'],
    [isOk(1), 'skipped'],
    [isError(0), 'skipped'],
    [isError(1), 'ok'],
    [isOk(2), 'skipped'],
    [isError(2), 'skipped'],
    [{ type: 'not', cond: isOk(1) }, 'ok'],
    [{ type: 'not', cond: isOk(0) }, 'skipped'],
    [{ type: 'and', conds: [isOk(0), isError(1)] }, 'ok'],
    [{ type: 'and', conds: [isOk(0), isOk(1)] }, 'skipped'],
    [{ type: 'and', conds: [] }, 'ok'],
    [{ type: 'or', conds: [isOk(1), isOk(0)] }, 'ok'],
    [{ type: 'or', conds: [isOk(1), isError(0)] }, 'skipped'],
    [{ type: 'or', conds: [] }, 'skipped'],
    [{ type: 'is_autocommit' }, 'ok'],
    [{ type: 'not', cond: { type: 'is_autocommit' } }, 'skipped'],
  ])('after a good, a failed and a skipped step, runs one on %j: %s', async (condition, outcome) => {
    const steps = [step('SELECT 1'), step('SELECT missing'), step('SELECT 1', isOk(1))];
    expect(await outcomes([...steps, step('SELECT 1', condition)])).toEqual([
      'ok',
      'error',
      'skipped',
      outcome,
    ]);
  });

  it('reports in is_autocommit a transaction, and that the database has ended it', async () => {
    const autocommit = { type: 'is_autocommit' };
    expect(
      await outcomes([
        step('INSERT INTO t VALUES (1, 1)'),
        step('BEGIN'),
        step('SELECT 1', autocommit),
        step('INSERT OR ROLLBACK INTO t VALUES (1, 1)'),
        step('SELECT 1', autocommit),
      ]),
    ).toEqual(['ok', 'ok', 'skipped', 'error', 'ok']);
  });

  it('may be empty', async () => {
    expect(await outcomes([])).toEqual([]);
  });

  it.each([isOk(1), isError(2), { type: 'not', cond: isOk(1) }, { type: 'or', conds: [isOk(7)] }])(
    'does not start with a condition on a step that is not before: %j',
    async (condition) => {
      const steps = [step('INSERT INTO t DEFAULT VALUES'), step('SELECT 1', condition)];
      expect(await send(steps)).toMatchObject({ status: 400, body: { code: 'HRANA_PROTO_ERROR' } });
      expect(await endpoint.count()).toBe(0);
    },
  );
});
