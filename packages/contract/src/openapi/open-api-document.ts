import type { Route } from '../route/route.ts';
import { routes, type RouteName } from '../route/routes.ts';
import { Role } from '../token.ts';
import type { Method, OpenApiDocument, Operation, Tag } from './document.ts';
import { operationOf } from './operation.ts';
import { errorExamples } from './responses.ts';
import { schemaComponents } from './schemas.ts';

const tags: readonly Tag[] = [
  {
    name: 'agent',
    'x-displayName': 'Acting agent',
    description: 'What an agent does for itself, or a service for the agent that it names in X-Agent-ID.',
  },
  {
    name: 'ticket',
    'x-displayName': 'Tickets',
    description: 'Taking chats in as tickets, following and finishing them.',
  },
  { name: 'room', 'x-displayName': 'Rooms', description: 'The chat room of a ticket.' },
  {
    name: 'agents',
    'x-displayName': 'Agents',
    description: 'The agents’ records, for those who keep them.',
  },
  {
    name: 'desk',
    'x-displayName': 'Desk',
    description: 'The desk at a glance, its settings, its log, and who may not use it any more.',
  },
  { name: 'system', 'x-displayName': 'System', description: 'For probes and load balancers.' },
];

const description = [
  'Bodies are JSON in UTF-8, at most 64 KiB. Times in tickets are whole seconds since 1970; one that has not come yet is left out.',
  'An answer that is not a success holds `errors`: go by its `code`, which stays the same, and show its `detail` to people. Every answer names its request in `X-Request-Id`.',
  'What happens is told at once over a WebSocket at `/cs-chat-ticket/v1/live`, with the sub-protocols `chat-ticket.v1` and `bearer.<token>`. Its frames are `{seq, type, data}`; who says `{"type":"resume","seq":…}` gets what it missed, in order, or a `reset` when that is too old. Every write is an HTTP call.',
].join('\n\n');

const tokenDescription = `A JWT with the claims \`sub\` (the caller’s id), \`role\` (${Role.options.join(', ')}), \`exp\`, and \`workspace\` where it is not \`default\`.`;

function paths(): OpenApiDocument['paths'] {
  const byPath: Record<string, Partial<Record<Method, Operation>>> = {};
  for (const [name, route] of Object.entries(routes) as [RouteName, Route][]) {
    const method = route.method.toLowerCase() as Method;
    byPath[route.path] = { ...byPath[route.path], [method]: operationOf(name, route) };
  }
  return byPath;
}

/**
 * Describes the desk in OpenAPI 3.1, from the tables of routes and errors.
 * @param options.version of the service that answers.
 * @param options.serverUrl its origin; by default, that from which the document itself was loaded.
 */
export function openApiDocument(options: { version: string; serverUrl?: string }): OpenApiDocument {
  return {
    openapi: '3.1.1',
    info: {
      title: 'chat-ticket',
      summary: 'The ticket desk behind a support chat.',
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
          description: 'Names the request in the logs; an error’s `id` is the same.',
          schema: { type: 'string' },
        },
      },
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: tokenDescription },
      },
    },
  };
}
