import type { BoundStatement, Result } from '../database.ts';
import type { CommandContext } from './command-context.ts';
import type { Answer, Statement } from './statement.ts';

/** A statement that is run once for each item of a list among the parameters. */
export type EachStatement<P> = { readonly text: string; readonly bindEach: (params: P) => BoundStatement[] };

export type Step<P> = Statement<P> | EachStatement<P>;

type Answers = { readonly [name: string]: Answer<never, unknown> };
type Values<A> = { [Name in keyof A]: A[Name] extends { read: (result: Result) => infer T } ? T : never };

type Taker<S> = S extends { bind: (params: infer P) => unknown } | { bindEach: (params: infer P) => unknown }
  ? (params: P) => void
  : never;
/** The parameters that all of the statements take together. */
type ParamsOf<S> = [S] extends [never] ? unknown : Taker<S> extends (params: infer P) => void ? P : never;

/** What `send` needs: a question to the database, or a change of it with the question that follows. */
export type Operation<Input, Output> = {
  readonly mode: 'read' | 'write';
  readonly steps: readonly { readonly text: string }[];
  readonly answers: readonly { readonly name: string; readonly text: string }[];
  readonly bind: (input: Input) => { steps: BoundStatement[]; answers: BoundStatement[] };
  /** `results` are those of the answers. */
  readonly read: (results: readonly Result[], input: Input) => Output;
};

/** A change. */
export type Command<Input extends CommandContext, Output> = Operation<Input, Output> & {
  readonly mode: 'write';
};

/** A question. */
export type Query<Input, Output> = Operation<Input, Output> & { readonly mode: 'read' };

/**
 * A change of the database: all of its steps or none, in one trip. Each step guards itself, so that the change
 * is right whatever others have done since. The answer is read after the steps, in the same trip.
 *
 * @param options.params What the statements take, where that is not the input itself.
 * @param options.outcome What `send` returns, where that is not the answer itself.
 */
export const command = <
  S extends Step<never>,
  A extends Answers,
  Input extends CommandContext = ParamsOf<S | A[keyof A]> & CommandContext,
  Output = Values<A>,
>(options: {
  params?: (input: Input) => ParamsOf<S | A[keyof A]>;
  steps: readonly S[];
  answer: A;
  outcome?: (answer: Values<A>, input: Input) => Output;
}): Command<Input, Output> => ({ mode: 'write', ...operation(options) });

/** A question to the database, in one trip. The options are those of a command. */
export const query = <A extends Answers, Input = ParamsOf<A[keyof A]>, Output = Values<A>>(options: {
  params?: (input: Input) => ParamsOf<A[keyof A]>;
  answer: A;
  outcome?: (answer: Values<A>, input: Input) => Output;
}): Query<Input, Output> => ({ mode: 'read', ...operation({ ...options, steps: [] }) });

function operation<A extends Answers, Input, Output>(options: {
  params?: ((input: Input) => unknown) | undefined;
  steps: readonly Step<never>[];
  answer: A;
  outcome?: ((answer: Values<A>, input: Input) => Output) | undefined;
}) {
  const { steps, params, outcome } = options;
  const answers = Object.entries(options.answer);
  return {
    steps,
    answers: answers.map(([name, { text }]) => ({ name, text })),
    bind: (input: Input) => {
      // The types of `command` and `query` say that these are the parameters of all statements.
      const bound = (params ? params(input) : input) as never;
      return {
        steps: steps.flatMap((step) => ('bindEach' in step ? step.bindEach(bound) : step.bind(bound))),
        answers: answers.map(([, { bind }]) => bind(bound)),
      };
    },
    read: (results: readonly Result[], input: Input): Output => {
      const values = Object.fromEntries(
        answers.map(([name, { read }], i) => [name, read(results[i]!)]),
      ) as Values<A>;
      return outcome ? outcome(values, input) : (values as Output);
    },
  };
}

/** The statement, once for each of the parameters that `each` makes of the command’s. */
export const forEach = <P, Item>(each: (params: P) => Item[], item: Statement<Item>): EachStatement<P> => ({
  text: item.text,
  bindEach: (params) => each(params).map((own) => item.bind(own)),
});
