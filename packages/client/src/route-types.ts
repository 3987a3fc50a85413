import type { Route, RouteErrors, RouteName, Routes } from '@chat-ticket/contract';
import type * as v from 'valibot';
import type { ClientErrorCode, Failure, Success } from './error.ts';

type Flatten<Type> = { [Key in keyof Type]: Type[Key] };

type Params<R extends Route> = { [Name in keyof R['params']]: v.InferInput<R['params'][Name]> };
type Query<R extends Route> = { [Name in keyof R['query']]?: v.InferOutput<R['query'][Name]> | undefined };
type Headers<R extends Route> = {
  [Name in keyof R['headers']]?: v.InferInput<R['headers'][Name]['schema']> | undefined;
};
type Body<R extends Route> = R['body'] extends v.GenericSchema ? v.InferInput<R['body']> : unknown;

/**
 * The input of the method of a route: the path and query parameters, the headers and the members of the body, side
 * by side. Each method also has an input type with documented members, such as `CreateTicketInput`.
 * @example
 * type Picked = RouteInput<'setPickedTime'>; // { ticketID: string; agentID?: string }
 */
export type RouteInput<Name extends RouteName> = Flatten<
  Params<Routes[Name]> & Query<Routes[Name]> & Headers<Routes[Name]> & Body<Routes[Name]>
>;

/**
 * The codes of the errors that the desk can return for a route. `ClientErrorCode` has those that occur without a
 * response of the desk.
 * @example
 * type Code = RouteErrorCode<'getHealth'>; // 'internal_error' | 'database_unavailable'
 */
export type RouteErrorCode<Name extends RouteName> = RouteErrors<Routes[Name]>;

type Successes<Responses> = {
  [Status in keyof Responses & number]: Success<
    Status,
    Responses[Status] extends v.GenericSchema ? v.InferOutput<Responses[Status]> : undefined
  >;
}[keyof Responses & number];

/**
 * The result of the method of a route. Check `ok` first; then `status` distinguishes the kinds of success. Each method
 * also has a result type with documented members, such as `CreateTicketResult`.
 */
export type RouteResult<Name extends RouteName> =
  | Successes<Routes[Name]['responses']>
  | Failure<RouteErrorCode<Name> | ClientErrorCode>;

/**
 * The `data` of a successful result of a route.
 * @example
 * type Created = RouteData<'createTicket'>; // TicketRecord
 */
export type RouteData<Name extends RouteName> = Successes<Routes[Name]['responses']>['data'];
