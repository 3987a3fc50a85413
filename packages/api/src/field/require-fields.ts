import { type FieldValue, findWrongValues, type Principal } from '@chat-ticket/domain';
import { getSettings, type Send } from '@chat-ticket/storage';
import { ApiError } from '../error/api-error.ts';
import { toPointer } from '../request/read-json.ts';

const maxOccurrences = 10;

/**
 * Checks the values of custom fields in the member `fields` of the body. Throws `body_invalid` for values that the settings
 * do not allow, or `field_not_writable` for those that the principal may not set. It reads the settings only if there are
 * values, so that other requests make one trip. A ticket keeps a value that later settings do not allow, so settings that
 * change before the write do no harm.
 */
export async function requireFields(
  send: Send,
  { role }: Principal,
  values: Readonly<Record<string, FieldValue>>,
): Promise<void> {
  if (Object.keys(values).length === 0) return;
  const { settings } = await send(getSettings, {});
  const wrong = findWrongValues(settings.fields, values, role);
  const occurrences = (kind: 'invalid' | 'not_writable') =>
    wrong
      .filter((one) => one.kind === kind)
      .slice(0, maxOccurrences)
      .map(({ id, message }) => ({
        detail: `\`fields.${id}\` ${message}.`,
        source: { pointer: toPointer(['fields', id]) },
      }));
  const invalid = occurrences('invalid');
  if (invalid.length > 0) throw new ApiError('body_invalid', invalid);
  const notWritable = occurrences('not_writable');
  if (notWritable.length > 0) throw new ApiError('field_not_writable', notWritable);
}
