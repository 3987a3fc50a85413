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

/** What a method takes: path and query parameters, headers and the body’s members, side by side. */
export type RouteInput<Name extends RouteName> = Flatten<
  Params<Routes[Name]> & Query<Routes[Name]> & Headers<Routes[Name]> & Body<Routes[Name]>
>;

/** The codes of the errors with which the desk can answer a method. */
export type RouteErrorCode<Name extends RouteName> = RouteErrors<Routes[Name]>;

type Successes<Responses> = {
  [Status in keyof Responses & number]: Success<
    Status,
    Responses[Status] extends v.GenericSchema ? v.InferOutput<Responses[Status]> : undefined
  >;
}[keyof Responses & number];

/** What a method’s promise resolves to. Check `ok` first; then `status` tells the kinds of success apart. */
export type RouteResult<Name extends RouteName> =
  | Successes<Routes[Name]['responses']>
  | Failure<RouteErrorCode<Name> | ClientErrorCode>;

/** The `data` of a method’s success. */
export type RouteData<Name extends RouteName> = Successes<Routes[Name]['responses']>['data'];
