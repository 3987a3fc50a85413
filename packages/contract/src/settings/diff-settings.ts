import type { Settings } from './settings.types.ts';

/** One difference between two settings. */
export type SettingsChange = {
  /**
   * The setting that differs. Items with an id are named by it, others by their position, which begins at 0.
   * @example 'queues[thai].widen[1].afterSeconds'
   */
  path: string;
  /** The earlier value. Left out: there was none. */
  before?: unknown;
  /** The later value. Left out: there is none. */
  after?: unknown;
};

type Item = { readonly id: string };

/**
 * Returns how two settings differ, setting by setting. Items with an id, such as queues, are compared with the item of
 * the same id, wherever it stands. If such items change places, the change of the list has their ids in the earlier and
 * the later order.
 *
 * @example
 * diffSettings(defaultSettings, { ...defaultSettings, capacity: 5 });
 * // [{ path: 'capacity', before: 3, after: 5 }]
 */
export const diffSettings = (before: Settings, after: Settings): SettingsChange[] => diff('', before, after);

function diff(path: string, before: unknown, after: unknown): SettingsChange[] {
  if (isItems(before) && isItems(after)) return diffItems(path, before, after);
  if (isObjects(before) && isObjects(after))
    return keysOf(before, after).flatMap((key) => diff(`${path}[${key}]`, before[+key], after[+key]));
  if (isRecord(before) && isRecord(after))
    return keysOf(before, after).flatMap((key) =>
      diff(path === '' ? key : `${path}.${key}`, before[key], after[key]),
    );
  return diffValues(path, before, after);
}

const diffValues = (path: string, before: unknown, after: unknown): SettingsChange[] =>
  JSON.stringify(before) === JSON.stringify(after)
    ? []
    : [{ path, ...(before !== undefined && { before }), ...(after !== undefined && { after }) }];

function diffItems(path: string, before: readonly Item[], after: readonly Item[]): SettingsChange[] {
  const earlier = new Map(before.map((item) => [item.id, item]));
  const later = new Map(after.map((item) => [item.id, item]));
  const idsBefore = before.map(({ id }) => id).filter((id) => later.has(id));
  const idsAfter = after.map(({ id }) => id).filter((id) => earlier.has(id));
  return [
    ...diffValues(path, idsBefore, idsAfter),
    ...[...new Set([...earlier.keys(), ...later.keys()])].flatMap((id) =>
      diff(`${path}[${id}]`, earlier.get(id), later.get(id)),
    ),
  ];
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isObjects = (value: unknown): value is readonly object[] =>
  Array.isArray(value) && value.every(isRecord);

const isItems = (value: unknown): value is readonly Item[] =>
  isObjects(value) && value.every((item) => 'id' in item && typeof item.id === 'string');

const keysOf = (before: object, after: object): string[] => [
  ...new Set([...Object.keys(before), ...Object.keys(after)]),
];
