import type { ErrorCode } from '../error/error.ts';
import type { Route } from './route.ts';

/** The errors that every route can return. */
export const commonErrors = [
  'internal_error',
  'database_unavailable',
  'key_set_unavailable',
] as const satisfies readonly ErrorCode[];

/** The errors of limits. Every route with a token can return them. Probes are never refused. */
export const limitErrors = ['rate_limited', 'overloaded'] as const satisfies readonly ErrorCode[];

/** The errors that every route with a token can return. */
export const authErrors = [
  'token_missing',
  'token_invalid',
  'token_expired',
  'token_revoked',
  'role_not_allowed',
  'workspace_unknown',
] as const satisfies readonly ErrorCode[];

/** The errors that every route with a body can return. */
export const bodyErrors = [
  'body_not_json',
  'body_invalid',
  'body_too_deep',
  'text_malformed',
  'body_too_large',
  'content_type_unsupported',
] as const satisfies readonly ErrorCode[];

/** The codes of every error that the route can return. */
export type RouteErrors<R extends Route> =
  | R['errors'][number]
  | (typeof commonErrors)[number]
  | (R['access'] extends 'public' ? never : (typeof authErrors)[number] | (typeof limitErrors)[number]);

/** Returns the codes of every error that the route can return. */
export const routeErrors = <R extends Route>(route: R): readonly RouteErrors<R>[] => [
  ...route.errors,
  ...(route.access === 'public' ? [] : ([...authErrors, ...limitErrors] as readonly RouteErrors<R>[])),
  ...commonErrors,
];
