import type { Route } from '@chat-ticket/contract';
import * as v from 'valibot';
import { ApiError } from '../error/api-error.ts';
import { parsing } from './parsing.ts';

/** The path parameters of the route. Throws `parameter_invalid`. */
export function parseParams(route: Route, values: Record<string, string>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(route.params).map(([name, schema]) => [name, parseParameter(name, schema, values[name])]),
  );
}

/**
 * The query parameters of the route that the URL has. Throws `parameter_invalid`, also for a parameter that is given twice
 * and for one that the route does not have. A public route ignores all, so that any health check can call it.
 */
export function parseQuery(route: Route, url: string): Record<string, unknown> {
  const parsed: Record<string, unknown> = {};
  const { searchParams } = new URL(url);
  if (route.access === 'public') return parsed;
  for (const name of searchParams.keys()) {
    if (Object.hasOwn(route.query, name)) continue;
    const known = Object.keys(route.query).map((parameter) => `\`${parameter}\``);
    throw new ApiError('parameter_invalid', {
      detail: `\`${name}\` is not a query parameter of this route${known.length === 0 ? ', which has none' : `. It has ${known.join(', ')}`}. Remove it.`,
      source: { parameter: name },
    });
  }
  for (const [name, schema] of Object.entries(route.query)) {
    const [value, ...more] = searchParams.getAll(name);
    if (value === undefined) continue;
    if (more.length > 0)
      throw new ApiError('parameter_invalid', {
        detail: `\`${name}\` is given more than once. Give it once.`,
        source: { parameter: name },
      });
    parsed[name] = parseParameter(name, schema, value);
  }
  return parsed;
}

/** The headers of the route that the request has. Throws `header_invalid`. */
export function parseHeaders(route: Route, headers: Headers): Record<string, unknown> {
  const parsed: Record<string, unknown> = {};
  for (const [name, { header, schema }] of Object.entries(route.headers)) {
    const value = headers.get(header);
    if (value === null) continue;
    const result = v.safeParse(schema, value, parsing);
    if (!result.success)
      throw new ApiError('header_invalid', {
        detail: `\`${header}\` ${result.issues[0].message}.`,
        source: { header },
      });
    parsed[name] = result.output;
  }
  return parsed;
}

function parseParameter(name: string, schema: v.GenericSchema, value: string | undefined): unknown {
  const result = v.safeParse(schema, value, parsing);
  if (result.success) return result.output;
  throw new ApiError('parameter_invalid', {
    detail: `\`${name}\` ${result.issues[0].message}.`,
    source: { parameter: name },
  });
}
