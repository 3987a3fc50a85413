import { type FieldSetting, hasVisibleText, type Role } from '@chat-ticket/contract';

/** A value of a custom field. Null removes it. */
export type FieldValue = string | number | null;

/** A value that a ticket cannot get, and why. */
export type WrongField = {
  readonly id: string;
  /** `not_writable`: the role may not set the field. Its value may be right. */
  readonly kind: 'invalid' | 'not_writable';
  /** What the value must be. */
  readonly message: string;
};

/** The values that do not match the fields of the settings, or that the role may not set. */
export const findWrongValues = (
  settings: readonly FieldSetting[],
  values: Readonly<Record<string, FieldValue>>,
  role: Role,
): WrongField[] =>
  Object.entries(values).flatMap(([id, value]): WrongField[] => {
    const field = settings.find((setting) => setting.id === id);
    // The value of a field that was removed can be removed as well.
    if (!field)
      return value === null
        ? []
        : [{ id, kind: 'invalid', message: 'must be a field that GET /v1/fields lists' }];
    const message = value === null ? null : problemOf(field, value);
    if (message !== null) return [{ id, kind: 'invalid', message }];
    if ((field.writers as readonly Role[]).includes(role)) return [];
    return [
      { id, kind: 'not_writable', message: `can be set only by the roles ${field.writers.join(', ')}` },
    ];
  });

function problemOf(
  { type, choices = [], min = -1e12, max = 1e12 }: FieldSetting,
  value: string | number,
): string | null {
  if (type === 'number')
    return typeof value === 'number' && value >= min && value <= max
      ? null
      : `must be a number from ${min} to ${max}`;
  if (type === 'choice')
    return (choices as readonly unknown[]).includes(value) ? null : `must be one of ${choices.join(', ')}`;
  if (type === 'date') return isDay(value) ? null : 'must be a day such as 2026-11-25';
  return typeof value === 'string' && hasVisibleText(value)
    ? null
    : 'must be a text with a visible character';
}

/** Whether it is a day of the calendar. `Date` moves 30 February into March. */
function isDay(value: string | number): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const midnight = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(midnight.valueOf()) && midnight.toISOString().startsWith(value);
}
