import type { Role } from '@chat-ticket/contract';
import * as fc from 'fast-check';
import type { HuntedDesk } from './hunted-desk.ts';
import { isOpen, type ModelDesk, type ModelTicket } from './model-desk.ts';

type Headers = Readonly<Record<string, string>>;
export type DeskRequest = [
  role: Role,
  sub: string,
  method: string,
  path: string,
  body?: unknown,
  headers?: Headers,
];

export const agents = ['ann', 'ben', 'cho'];
export const agent = fc.constantFrom(...agents);

type Act<Args> = (desk: HuntedDesk, args: Args) => Promise<void> | void;

/** One command of a story. It prints as what was done with what. */
class Step implements fc.AsyncCommand<object, HuntedDesk> {
  readonly #text: string;
  readonly #act: (desk: HuntedDesk) => Promise<void> | void;

  constructor(text: string, act: (desk: HuntedDesk) => Promise<void> | void) {
    this.#text = text;
    this.#act = act;
  }
  check = () => true;
  run = async (_: object, desk: HuntedDesk) => this.#act(desk);
  toString = () => this.#text;
}

export const step = <Args>(name: string, args: fc.Arbitrary<Args>, act: Act<Args>): fc.Arbitrary<Step> =>
  args.map((drawn) => new Step(`${name}(${JSON.stringify(drawn)})`, (desk) => act(desk, drawn)));

/** A step on a ticket, mostly one that it is for; nothing while there is none. */
export const ticketStep = <Args>(
  name: string,
  isMeant: (ticket: ModelTicket) => boolean,
  args: fc.Arbitrary<Args>,
  act: (desk: HuntedDesk, ticket: ModelTicket, args: Args) => Promise<void>,
): fc.Arbitrary<Step> =>
  step(name, fc.tuple(fc.nat(63), args), async (desk, [at, drawn]) => {
    const ticket = ticketAt(desk.model, at, isMeant);
    if (ticket) await act(desk, ticket, drawn);
  });

function ticketAt(desk: ModelDesk, at: number, isMeant: (ticket: ModelTicket) => boolean) {
  const all = [...desk.tickets.values()];
  const choices = [all.filter(isMeant), all.filter(isOpen), all];
  const choice = choices.slice(at % 16 === 0 ? 2 : at % 8 === 0 ? 1 : 0).find(({ length }) => length > 0);
  return choice?.[at % choice.length];
}

type Call = [method: string, path: string, body?: unknown, headers?: Headers];

export const asSupervisor = (...call: Call): DeskRequest => ['supervisor', 'sue', ...call];
export const asService = (...call: Call): DeskRequest => ['service', 'backend', ...call];
export const asAgent = (id: string, ...call: Call): DeskRequest => ['agent', id, ...call];
