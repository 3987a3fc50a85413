import type { Route } from '@chat-ticket/contract';
import type { Caller } from '@chat-ticket/domain';
import type { Command, Database } from '@chat-ticket/storage';
import type * as v from 'valibot';
import type { Ports } from '../ports.ts';

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

/** What a handler gets: everything checked, and the workspace’s own database, whose writes are published. */
export type DeskRequest<R extends Route = Route> = {
  caller: Caller;
  db: Database;
  /** The same for another change than the request’s own. */
  dbFor: (changeId: string) => Database;
  params: Values<R['params']>;
  query: QueryValues<R>;
  headers: HeaderValues<R['headers']>;
  body: Body<R['body']>;
  /** The command that this request may send: its own change id, the time and the actor. */
  command: Command;
  ports: Ports;
};

/** A success: one of the statuses of the route, with its body. */
export type Answer<R extends Route> = {
  [Status in keyof R['responses'] & number]: {
    status: Status;
    body: Body<R['responses'][Status]>;
    headers?: Record<string, string>;
  };
}[keyof R['responses'] & number];

export type Handler<R extends Route> = (request: DeskRequest<R>) => Promise<Answer<R>>;
