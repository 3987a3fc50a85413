import type { Limits, Route } from '@chat-ticket/contract';
import type { Principal } from '@chat-ticket/domain';
import type { CommandContext, Send } from '@chat-ticket/storage';
import type { RequestIdVariables } from 'hono/request-id';
import type * as v from 'valibot';
import type { RevocationCheck } from '../auth/revocation-check.ts';
import type { ApiError } from '../error/api-error.ts';
import type { AdmittedRequest } from '../limit/admission.ts';
import type { Ports } from '../ports.ts';

/** What a request leaves for its log line, and for the response to a refusal. */
export type DeskEnv = {
  Variables: RequestIdVariables & {
    principal?: Principal;
    revocation?: RevocationCheck;
    failure?: ApiError;
    thrown?: unknown;
    /** The request as the admission counts it. */
    admitted?: AdmittedRequest;
    /** The address of the client, if it is known. */
    address?: string | undefined;
    /** The parameters of the path, as the route’s schemas output them. */
    params?: Readonly<Record<string, unknown>>;
    /** The ticket that the request has changed, and its room. */
    changed?: { ticketId?: string | null | undefined; roomId?: string | null | undefined };
    /** The runtime upgrades the request to the live channel. */
    isUpgraded?: boolean;
  };
};

type Values<Schemas> = {
  [Name in keyof Schemas]: Schemas[Name] extends v.GenericSchema ? v.InferOutput<Schemas[Name]> : never;
};
type HeaderValues<Headers> = {
  [Name in keyof Headers]?: Headers[Name] extends { schema: infer Schema extends v.GenericSchema }
    ? v.InferOutput<Schema>
    : never;
};

type QueryValues<R> = R extends { query: infer Query } ? Partial<Values<Query>> : Record<never, never>;

type Body<Schema> = Schema extends v.GenericSchema ? v.InferOutput<Schema> : null;

/** What a handler gets: an authorised request whose parameters and body match the route’s schemas. */
export type DeskRequest<R extends Route = Route> = {
  principal: Principal;
  /** Sends a command or query to the workspace’s database. The events of a command are published. */
  send: Send;
  params: Values<R['params']>;
  query: QueryValues<R>;
  headers: HeaderValues<R['headers']>;
  body: Body<R['body']>;
  /** The version in the body, if the body is a response of the desk. */
  sentVersion: number | null;
  /** The request’s one change: its id, the time of the request and the actor. */
  context: CommandContext;
  newId: Ports['newId'];
  signToken: Ports['signToken'];
  checkKeys: Ports['checkKeys'];
  /** Throws when the workspace’s database takes no writes. Writes rarely, however often it is called. */
  checkWrite: () => Promise<void>;
  leewaySeconds: Ports['leewaySeconds'];
  /** Applies the limits of settings that were saved. */
  applyLimits: (limits: Limits) => void;
  /**
   * Runs another change than the request’s, with its own change id. The response does not wait for it.
   * A failure is logged as `failureMessage`.
   */
  runInBackground: (
    failureMessage: string,
    change: (send: Send, context: CommandContext) => Promise<unknown>,
  ) => void;
};

/** A success: one of the statuses of the route, with its body. */
export type RouteResponse<R extends Route> = {
  [Status in keyof R['responses'] & number]: {
    status: Status;
    body: Body<R['responses'][Status]>;
    headers?: Record<string, string>;
  };
}[keyof R['responses'] & number];

/** Serves one route. Throws `ApiError` for every other outcome than the route’s successes. */
export type Handler<R extends Route> = (request: DeskRequest<R>) => Promise<RouteResponse<R>>;
