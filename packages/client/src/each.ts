import { routes, type ListName, type Route } from '@chat-ticket/contract';
import type { CallOptions } from './call-options.ts';
import { unwrap, type Failure, type Success } from './error.ts';
import type { ListItems, RouteMethods } from './route-methods.types.ts';

/** The method that reads every page of a list: see `Client`. */
export type Each = <Name extends ListName>(
  name: Name,
  ...args: Parameters<RouteMethods[Name]>
) => AsyncGenerator<ListItems[Name], void, undefined>;

type Input = Readonly<Record<string, unknown>>;
type Page = Readonly<Record<string, unknown>> & { readonly nextCursor?: string };
type Call = (route: Route, input?: Input, options?: CallOptions) => Promise<Success | Failure>;

/** Creates `each` from the function that calls a route. */
export const createEach = (call: Call) =>
  async function* each(
    name: ListName,
    input: Input = {},
    options: CallOptions = {},
  ): AsyncGenerator<unknown, void, undefined> {
    const route: Route = routes[name];
    if (route?.list === undefined) throw new TypeError(`${name} is not a list. Call the method instead.`);
    let { cursor } = input;
    for (;;) {
      const page = unwrap(await call(route, { ...input, cursor }, options)) as Page;
      yield* page[route.list] as unknown[];
      if (page.nextCursor === undefined) return;
      cursor = page.nextCursor;
    }
  };
