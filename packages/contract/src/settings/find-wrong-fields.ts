import type { FieldSetting } from './field-setting.ts';
import type { WrongValue } from './find-wrong-codes.ts';
import type { QueueSetting } from './queue-setting.ts';

const placeholders = /\{field:([^}]*)\}?/g;

/** The needs and takes of queues that name a custom field that the settings lack, or a choice that it does not have. */
export const findWrongFields = ({
  queues,
  fields,
}: {
  queues: readonly QueueSetting[];
  fields: readonly FieldSetting[];
}): WrongValue[] =>
  queues.flatMap(({ needs, takes }, i) => [
    ...needs.flatMap((need, j) =>
      wrongNeed(need, fields).map((message) => ({ keys: ['queues', i, 'needs', j], message }) as const),
    ),
    ...Object.entries(takes?.fields ?? {}).flatMap(([id, values]) =>
      wrongTakes(
        fields.find((field) => field.id === id),
        values,
      ).map(({ key, message }) => ({ keys: ['queues', i, 'takes', 'fields', id, ...key], message }) as const),
    ),
  ]);

function wrongNeed(need: string, fields: readonly FieldSetting[]): string[] {
  const [first, second] = [...need.matchAll(placeholders)];
  if (first === undefined) return [];
  if (second !== undefined) return ['must contain at most one custom field'];
  const [placeholder, id] = first;
  const isKnown = placeholder.endsWith('}') && fields.some((field) => field.id === id);
  return isKnown ? [] : ['must name a custom field that `fields` contains, such as {field:shop}'];
}

function wrongTakes(
  field: FieldSetting | undefined,
  values: readonly string[],
): { key: number[]; message: string }[] {
  if (!field) return [{ key: [], message: 'must be the id of a custom field that `fields` contains' }];
  const { choices } = field;
  if (!choices) return [];
  return values.flatMap((value, key) =>
    choices.includes(value) ? [] : [{ key: [key], message: 'must be one of the `choices` of the field' }],
  );
}
