import type { JsonSchema } from '@valibot/to-json-schema';
import type { ErrorCode, ErrorDocument } from '../error.ts';
import type { Route } from '../route/route.ts';
import type { RouteName } from '../route/routes.ts';
import type { Role } from '../token.ts';

/** A JSON Schema, draft 2020-12. */
export type Schema = JsonSchema;
export type Json = NonNullable<Schema['examples']>[number];
/** Points at a component of the same document. */
export type Reference = { readonly $ref: string };
/** An operation’s key below its path. */
export type Method = Lowercase<Route['method']>;

export type Parameter = {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly description?: string;
  readonly schema: Schema;
  readonly example?: Json;
};

export type MediaType = {
  readonly schema: Schema;
  /** Of an error: one example for each code that can occur. */
  readonly examples?: Readonly<Partial<Record<ErrorCode, Reference>>>;
};

export type Content = { readonly 'application/json': MediaType };

export type Response = {
  readonly description: string;
  readonly headers: Readonly<Record<string, Reference>>;
  readonly content?: Content;
};

export type Operation = {
  readonly operationId: RouteName;
  readonly tags: readonly [Route['tag']];
  readonly summary: string;
  readonly description?: string;
  /** The roles that may call it. */
  readonly 'x-roles'?: readonly Role[];
  /** Empty where no token is needed. */
  readonly security?: readonly [];
  readonly parameters: readonly Parameter[];
  readonly requestBody?: { readonly required: true; readonly content: Content };
  /** By HTTP status. */
  readonly responses: Readonly<Record<string, Response>>;
};

export type Tag = {
  readonly name: Route['tag'];
  readonly 'x-displayName': string;
  readonly description: string;
};

/** What to do about an error, and how it is answered. */
export type ErrorExample = { readonly summary: string; readonly value: ErrorDocument };

/** The part of OpenAPI 3.1 that describes the desk. */
export type OpenApiDocument = {
  readonly openapi: '3.1.1';
  readonly info: {
    readonly title: string;
    readonly summary: string;
    readonly description: string;
    readonly version: string;
    readonly license: { readonly name: string; readonly identifier: string };
  };
  readonly servers: readonly [{ readonly url: string }];
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  readonly tags: readonly Tag[];
  readonly paths: Readonly<Record<string, Readonly<Partial<Record<Method, Operation>>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>;
    /** Errors by their code. */
    readonly examples: Readonly<Record<string, ErrorExample>>;
    readonly headers: Readonly<Record<string, { readonly description: string; readonly schema: Schema }>>;
    readonly securitySchemes: Readonly<
      Record<
        string,
        {
          readonly type: 'http';
          readonly scheme: 'bearer';
          readonly bearerFormat: 'JWT';
          readonly description: string;
        }
      >
    >;
  };
};
