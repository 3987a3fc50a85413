import type * as v from 'valibot';
import type { Route } from '../route/route.ts';
import type { RouteName } from '../routes.ts';
import type { Operation, Parameter } from './document.ts';
import { content, responsesOf } from './responses.ts';
import { schemaOf } from './schemas.ts';

function parameter(name: string, place: Parameter['in'], source: v.GenericSchema, about?: string): Parameter {
  // Every query parameter is text. The type that its schema reads from the text says more.
  const {
    description = about,
    examples,
    ...schema
  } = schemaOf(source, place === 'query' ? 'output' : 'input');
  const example = examples?.[0];
  return {
    name,
    in: place,
    required: place === 'path',
    ...(description === undefined ? {} : { description }),
    schema,
    ...(example === undefined ? {} : { example }),
  };
}

/** Describes a route as an operation. */
export function operationOf(operationId: RouteName, route: Route): Operation {
  return {
    operationId,
    tags: [route.tag],
    summary: route.summary,
    ...(route.description === undefined ? {} : { description: route.description }),
    ...(route.access === 'public' ? { security: [] } : { 'x-roles': route.access }),
    parameters: [
      ...Object.entries(route.params).map(([name, schema]) => parameter(name, 'path', schema)),
      ...Object.entries(route.query).map(([name, schema]) => parameter(name, 'query', schema)),
      ...Object.values(route.headers).map(({ header, schema, description }) =>
        parameter(header, 'header', schema, description),
      ),
    ],
    ...(route.body === null ? {} : { requestBody: { required: true, content: content(route.body) } }),
    responses: responsesOf(route),
  };
}
