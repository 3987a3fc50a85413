import type { Route } from '../route/route.ts';
import { routes, type RouteName } from '../routes.ts';
import { Role } from '../token/token.ts';
import type { Method, OpenApiDocument, Operation, Tag } from './document.ts';
import { operationOf } from './operation.ts';
import { errorExamples } from './responses.ts';
import { schemaComponents } from './schemas.ts';

const tags: readonly Tag[] = [
  {
    name: 'agent',
    'x-displayName': 'Acting agent',
    description: 'What an agent does for itself, or a service for the agent that X-Agent-ID names.',
  },
  {
    name: 'ticket',
    'x-displayName': 'Tickets',
    description: 'Creating, following, moving and closing tickets.',
  },
  { name: 'room', 'x-displayName': 'Rooms', description: 'The chat rooms of tickets and their messages.' },
  {
    name: 'agents',
    'x-displayName': 'Agents',
    description: 'The records of agents, for supervisors and services.',
  },
  {
    name: 'desk',
    'x-displayName': 'Desk',
    description: 'The board, the settings, the event log, and the revocation of tokens.',
  },
  { name: 'system', 'x-displayName': 'System', description: 'Checks for probes and load balancers.' },
];

const description = [
  'Bodies are JSON in UTF-8, up to 64 KiB, or 4 MiB for the settings. Times are whole seconds since 1970 unless their name or description says otherwise. A field without a value is left out.',
  'A body with a number that JavaScript would change, such as `9007199254740993`, or with a member that occurs twice is refused. Query parameters that a route does not have are refused.',
  'A response that is not a success contains `errors`. Rely on `code`, which never changes its meaning, and show `detail` to people. Every response has the id of its request in `X-Request-Id`.',
  'A WebSocket at `/cs-chat-ticket/v1/live` streams events as they happen, with the subprotocols `chat-ticket.v1` and `bearer.<token>`. Each event is a frame `{seq, type, data}`. A client that sends `{"type":"resume","seq":…}` gets the events that it missed, in order, or a `reset` if they are no longer stored. The WebSocket is read-only: all writes are HTTP calls.',
].join('\n\n');

const tokenDescription = `A JWT with the claims \`sub\` (the caller’s id), \`role\` (one of ${Role.options.join(', ')}) and \`exp\`, and with \`workspace\` unless it is \`default\`.`;

function paths(): OpenApiDocument['paths'] {
  const byPath: Record<string, Partial<Record<Method, Operation>>> = {};
  for (const [name, route] of Object.entries(routes) as [RouteName, Route][]) {
    const method = route.method.toLowerCase() as Method;
    byPath[route.path] = { ...byPath[route.path], [method]: operationOf(name, route) };
  }
  return byPath;
}

/**
 * Returns the OpenAPI 3.1 document of the desk, made from the tables of routes and errors.
 * @param options.version - The version of the service that serves the document.
 * @param options.serverUrl - The origin of the service. Default: the origin that the document is loaded from.
 * @example
 * const document = openApiDocument({ version: '1.0.0', serverUrl: 'https://desk.example' });
 */
export function openApiDocument(options: { version: string; serverUrl?: string }): OpenApiDocument {
  return {
    openapi: '3.1.1',
    info: {
      title: 'chat-ticket',
      summary: 'Turns customer chats into tickets, and routes each one to the best available agent.',
      description,
      version: options.version,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: options.serverUrl ?? '/' }],
    security: [{ bearer: [] }],
    tags,
    paths: paths(),
    components: {
      schemas: schemaComponents(),
      examples: errorExamples(),
      headers: {
        'X-Request-Id': {
          description: 'The id of the request, as in the server’s log and in the `id` of an error.',
          schema: { type: 'string' },
        },
        'Retry-After': {
          description: 'How many seconds to wait before the call is repeated.',
          schema: { type: 'integer', minimum: 1 },
        },
      },
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: tokenDescription },
      },
    },
  };
}
