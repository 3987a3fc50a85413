import {
  ControlFrame,
  customerEvents,
  customerFrames,
  customerResponses,
  LiveEvent,
  type Route,
  routes,
  type Visibility,
} from '@chat-ticket/contract';
import { describe, expect, it } from 'vitest';
import { visibleFields } from './visible-fields.ts';

type Schema = {
  type: string;
  entries?: Record<string, Schema>;
  item?: Schema;
  wrapped?: Schema;
  pipe?: Schema[];
  options?: unknown[];
  literal?: unknown;
};

/** A value that has every field of the schema. The field `role` is a role of the desk, a text is its path. */
function filled(schema: Schema, path = ''): unknown {
  if (schema.entries)
    return Object.fromEntries(
      Object.entries(schema.entries).map(([name, entry]) => [
        name,
        name === 'role' ? 'agent' : filled(entry, `${path}/${name}`),
      ]),
    );
  if (schema.wrapped) return filled(schema.wrapped, path);
  if (schema.item) return [filled(schema.item, path)];
  return schema.literal ?? path;
}

/** The paths of a value’s fields that are not objects. */
const paths = (value: unknown, path = ''): string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, field]) =>
        paths(field, Array.isArray(value) ? path : `${path}/${name}`),
      )
    : [path];

/** The paths that the table shows of a person of the desk. */
const shownPaths = (shown: Visibility, path = ''): string[] =>
  typeof shown === 'string'
    ? shown === 'all'
      ? [path]
      : []
    : Object.entries(shown).flatMap(([name, entry]) => shownPaths(entry, `${path}/${name}`));

const variants = (schema: unknown) =>
  (schema as { options: { entries: { type: Schema; data?: Schema } }[] }).options.map(
    ({ entries }) => entries,
  );

const ofRoutes = (Object.entries(routes) as [string, Route][]).flatMap(([name, route]) =>
  route.access !== 'public' && route.access.includes('customer')
    ? Object.values(route.responses).map((schema) => [name, schema as unknown as Schema] as const)
    : [],
);
const ofFrames = variants(ControlFrame).flatMap(({ type, data }) =>
  data ? [[String(type.literal), data] as const] : [],
);
const ofEvents = variants(LiveEvent).flatMap(({ type, data }) =>
  (type.options ?? [type.literal]).flatMap((name) => (data ? [[String(name), data] as const] : [])),
);
const tables: Readonly<Record<string, Visibility>> = {
  ...customerResponses,
  ...customerFrames,
  ...customerEvents,
};

describe('the fields that a customer sees', () => {
  it('are in the table for every route that a customer may call, and for every control frame', () => {
    expect([...new Set(ofRoutes.map(([name]) => name))].toSorted()).toEqual(
      Object.keys(customerResponses).toSorted(),
    );
    expect(variants(ControlFrame).map(({ type }) => type.literal)).toEqual(
      expect.arrayContaining(Object.keys(customerFrames)),
    );
    expect(variants(ControlFrame)).toHaveLength(Object.keys(customerFrames).length);
  });

  it.each([...ofRoutes, ...ofFrames, ...ofEvents.filter(([name]) => name in customerEvents)])(
    'are those of the table in %s, of all fields that the contract has',
    (name, schema) => {
      const all = filled(schema);
      const visible = paths(visibleFields(all, tables[name]!));
      expect(visible.toSorted()).toEqual(shownPaths(tables[name]!).toSorted());
      for (const path of visible) expect(path).not.toMatch(/\/(id|agentId|actor|queueId)$/);
    },
  );

  it('include an id only beside the role of a customer', () => {
    const shown = { id: 'ofCustomer', role: 'all' } as const;
    expect(
      visibleFields([{ role: 'customer', id: 'c' }, { role: 'agent', id: 'ann' }, { id: 'x' }], shown),
    ).toEqual([{ role: 'customer', id: 'c' }, { role: 'agent' }, {}]);
  });

  it('include no field that an object inherits', () => {
    expect(visibleFields(JSON.parse('{"__proto__":{"a":1},"constructor":1,"a":2}'), { a: 'all' })).toEqual({
      a: 2,
    });
  });
});
