import type { BoundStatement, Result } from '../database.ts';
import type { CommandContext } from './command-context.ts';
import type { Answer, Statement } from './statement.ts';

/** A statement that a command runs once for each item of a list: see `forEach`. */
export type EachStatement<P> = { readonly text: string; readonly bindEach: (params: P) => BoundStatement[] };

/** A statement that a command runs before it reads its answers. */
export type Step<P> = Statement<P> | EachStatement<P>;

type Answers = { readonly [name: string]: Answer<never, unknown> };
type Values<A> = { [Name in keyof A]: A[Name] extends { read: (result: Result) => infer T } ? T : never };

type Taker<S> = S extends { bind: (params: infer P) => unknown } | { bindEach: (params: infer P) => unknown }
  ? (params: P) => void
  : never;
/** All parameters of all statements, as an intersection of their types. */
type ParamsOf<S> = [S] extends [never] ? unknown : Taker<S> extends (params: infer P) => void ? P : never;

/** A command or a query, as `send` uses it. */
export type Operation<Input, Output> = {
  readonly mode: 'read' | 'write';
  readonly steps: readonly { readonly text: string }[];
  readonly answers: readonly { readonly name: string; readonly text: string }[];
  readonly bind: (input: Input) => { steps: BoundStatement[]; answers: BoundStatement[] };
  /** Makes the output of the results of the answers, in their order. */
  readonly read: (results: readonly Result[], input: Input) => Output;
};

/** A write: see `command`. */
export type Command<Input extends CommandContext, Output> = Operation<Input, Output> & {
  readonly mode: 'write';
};

/** A read: see `query`. */
export type Query<Input, Output> = Operation<Input, Output> & { readonly mode: 'read' };

/**
 * A write as a value. `send` runs its steps and then reads its answers, in one atomic batch. Each step has a condition
 * that contains everything it relies on, so that the write is correct whatever other commands have changed.
 *
 * @param options.params Makes the parameters of the statements from the input. Default: the input is the parameters.
 * @param options.outcome Makes the output of `send` from the answers and the input. Default: the answers by name.
 *
 * @example
 * const closeTicket = command({
 *   steps: [close, appendChange<Params>('ticket.closed')],
 *   answer: { ticket: one(selectTicket) },
 * });
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

/** A read as a value. `send` reads its answers in one trip. The options are those of `command`, without steps. */
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
      // The types of `command` and `query` ensure that these are the parameters of all statements.
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

/** A step that runs `item` once for each element of the list that `each` makes from the command’s parameters. */
export const forEach = <P, Item>(each: (params: P) => Item[], item: Statement<Item>): EachStatement<P> => ({
  text: item.text,
  bindEach: (params) => each(params).map((itemParams) => item.bind(itemParams)),
});
