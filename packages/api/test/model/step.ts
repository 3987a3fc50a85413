import * as fc from 'fast-check';
import type { DeskUnderTest } from './desk-under-test.ts';
import { isOpen, type ModelDesk, type ModelTicket } from './model-desk.ts';

export const agents = ['ann', 'ben', 'cho'];
export const agent = fc.constantFrom(...agents);

type Action<Args> = (desk: DeskUnderTest, args: Args) => Promise<void> | void;

/** One step of a scenario. A failure prints it with its arguments. */
class Step implements fc.AsyncCommand<object, DeskUnderTest> {
  readonly #text: string;
  readonly #run: (desk: DeskUnderTest) => Promise<void> | void;

  constructor(text: string, run: (desk: DeskUnderTest) => Promise<void> | void) {
    this.#text = text;
    this.#run = run;
  }
  check = () => true;
  run = async (_: object, desk: DeskUnderTest) => this.#run(desk);
  toString = () => this.#text;
}

export const step = <Args>(
  name: string,
  args: fc.Arbitrary<Args>,
  action: Action<Args>,
): fc.Arbitrary<Step> =>
  args.map((drawn) => new Step(`${name}(${JSON.stringify(drawn)})`, (desk) => action(desk, drawn)));

/**
 * A step on a ticket. Mostly it takes a ticket for which `isTarget` is true, so that the command succeeds; sometimes any
 * other. It does nothing while there is no ticket.
 */
export const ticketStep = <Args>(
  name: string,
  isTarget: (ticket: ModelTicket) => boolean,
  args: fc.Arbitrary<Args>,
  action: (desk: DeskUnderTest, ticket: ModelTicket, args: Args) => Promise<void>,
): fc.Arbitrary<Step> =>
  step(name, fc.tuple(fc.nat(63), args), async (desk, [at, drawn]) => {
    const ticket = ticketAt(desk.model, at, isTarget);
    if (ticket) await action(desk, ticket, drawn);
  });

function ticketAt(desk: ModelDesk, at: number, isTarget: (ticket: ModelTicket) => boolean) {
  const all = [...desk.tickets.values()];
  const choices = [all.filter(isTarget), all.filter(isOpen), all];
  const choice = choices.slice(at % 16 === 0 ? 2 : at % 8 === 0 ? 1 : 0).find(({ length }) => length > 0);
  return choice?.[at % choice.length];
}
