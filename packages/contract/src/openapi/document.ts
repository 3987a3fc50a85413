import type { JsonSchema } from '@valibot/to-json-schema';
import type { ErrorCode } from '../error/error.ts';
import type { ErrorDocument } from '../error/error-document.ts';
import type { Route } from '../route/route.ts';
import type { RouteName } from '../routes.ts';
import type { Role } from '../token/token.ts';

/** A JSON Schema, draft 2020-12. */
export type Schema = JsonSchema;
/** A JSON value. */
export type Json = NonNullable<Schema['examples']>[number];
/** A reference to a component of the same document. */
export type Reference = { readonly $ref: string };
/** The key of an operation under its path: the HTTP method in lower case. */
export type Method = Lowercase<Route['method']>;

/** A path, query or header parameter of an operation. */
export type Parameter = {
  /** The name on the wire. */
  readonly name: string;
  /** Where the parameter is sent. */
  readonly in: 'path' | 'query' | 'header';
  /** Whether the parameter must be sent. */
  readonly required: boolean;
  /** What the parameter is for. */
  readonly description?: string;
  /** The schema of the value. */
  readonly schema: Schema;
  /** An example value. */
  readonly example?: Json;
};

/** A body in one media type. */
export type MediaType = {
  /** The schema of the body. */
  readonly schema: Schema;
  /** For an error response: one example for each code that it can have. */
  readonly examples?: Readonly<Partial<Record<ErrorCode, Reference>>>;
};

/** The content of a body, by media type. */
export type Content = { readonly 'application/json': MediaType };

/** A response of an operation. */
export type Response = {
  /** What the response means. For an error, it lists the codes. */
  readonly description: string;
  /** The response headers, by name. */
  readonly headers: Readonly<Record<string, Reference>>;
  /** The body. Left out if it is empty. */
  readonly content?: Content;
};

/** A route as an operation. */
export type Operation = {
  /** The name of the route, and of the client’s method. */
  readonly operationId: RouteName;
  /** The section of the API reference. */
  readonly tags: readonly [Route['tag']];
  /** What the route does, in a few words. */
  readonly summary: string;
  /** What the route does, in sentences. */
  readonly description?: string;
  /** The roles that may call the route. Left out if it needs no token. */
  readonly 'x-roles'?: readonly Role[];
  /** An empty list if the route needs no token. Left out otherwise. */
  readonly security?: readonly [];
  /** The path, query and header parameters. */
  readonly parameters: readonly Parameter[];
  /** The request body. Left out if there is none. */
  readonly requestBody?: { readonly required: true; readonly content: Content };
  /** The responses, by HTTP status. */
  readonly responses: Readonly<Record<string, Response>>;
};

/** A section of the API reference. */
export type Tag = {
  /** The name of the section, as operations refer to it. */
  readonly name: Route['tag'];
  /** The heading of the section. */
  readonly 'x-displayName': string;
  /** What the section is about. */
  readonly description: string;
};

/** An example of an error response. */
export type ErrorExample = {
  /** What happened and what to do. */
  readonly summary: string;
  /** The body of the response. */
  readonly value: ErrorDocument;
};

/** The OpenAPI 3.1 document of the desk. It uses a part of the standard only. */
export type OpenApiDocument = {
  /** The version of OpenAPI. */
  readonly openapi: '3.1.1';
  /** What the document describes. */
  readonly info: {
    readonly title: string;
    readonly summary: string;
    readonly description: string;
    readonly version: string;
    readonly license: { readonly name: string; readonly identifier: string };
  };
  /** Where the desk is. */
  readonly servers: readonly [{ readonly url: string }];
  /** What a route needs unless it says otherwise: a bearer token. */
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  /** The sections of the API reference. */
  readonly tags: readonly Tag[];
  /** The operations, by path and method. */
  readonly paths: Readonly<Record<string, Readonly<Partial<Record<Method, Operation>>>>>;
  /** What the operations refer to. */
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>;
    /** The error examples, by code. */
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
