import type { Route } from '@chat-ticket/contract';
import * as v from 'valibot';
import { ApiError } from '../error/api-error.ts';

export function parseParams(route: Route, values: Record<string, string>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(route.params).map(([name, schema]) => {
      const result = v.safeParse(schema, values[name]);
      if (!result.success)
        throw new ApiError('parameter_invalid', {
          detail: `${result.issues[0].message}.`,
          source: { parameter: name },
        });
      return [name, result.output];
    }),
  );
}

/** The parameters of the route that the URL has, once each; others are ignored, as they are everywhere. */
export function parseQuery(route: Route, url: string): Record<string, unknown> {
  const parsed: Record<string, unknown> = {};
  const { searchParams } = new URL(url);
  for (const [name, schema] of Object.entries(route.query ?? {})) {
    const [value, ...more] = searchParams.getAll(name);
    if (value === undefined) continue;
    const source = { parameter: name };
    if (more.length > 0) throw new ApiError('parameter_invalid', { detail: 'must be given once.', source });
    const result = v.safeParse(schema, value);
    if (!result.success)
      throw new ApiError('parameter_invalid', { detail: `${result.issues[0].message}.`, source });
    parsed[name] = result.output;
  }
  return parsed;
}

export function parseHeaders(route: Route, headers: Headers): Record<string, unknown> {
  const parsed: Record<string, unknown> = {};
  for (const [name, { header, schema }] of Object.entries(route.headers)) {
    const value = headers.get(header);
    if (value === null) continue;
    const result = v.safeParse(schema, value);
    if (!result.success)
      throw new ApiError('header_invalid', { detail: `${result.issues[0].message}.`, source: { header } });
    parsed[name] = result.output;
  }
  return parsed;
}
