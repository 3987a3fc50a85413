import * as v from 'valibot';
import { visible } from '../scalar/visible-text.ts';
import { slug } from './setting-values.ts';
import type * as types from './closing-code-setting.types.ts';

/** Schema of a closing code in the settings. */
export const ClosingCodeSetting = v.pipe(
  v.strictObject({
    id: v.pipe(
      slug,
      v.description('The closing code’s id: 1 to 63 of a-z, 0-9, _ and -.'),
      v.examples(['refunded']),
    ),
    name: v.pipe(
      v.string(),
      v.minLength(1),
      v.maxLength(64),
      visible,
      v.description('The closing code as shown to people.'),
      v.examples(['Refunded']),
    ),
    archived: v.pipe(
      v.optional(v.boolean(), false),
      v.description('Whether the code can no longer be chosen. Tickets that have it keep it.'),
      v.examples([false]),
    ),
    queueIds: v.pipe(
      v.optional(v.pipe(v.array(slug), v.minLength(1), v.maxLength(100))),
      v.description('The ids of the queues whose tickets can get the code. Left out: every queue.'),
      v.examples([['default']]),
    ),
  }),
  v.description('A closing code: how a ticket can end.'),
);
/** A closing code: how a ticket can end. */
export type ClosingCodeSetting = types.ClosingCodeSetting;
/** A closing code, as a caller sends it: a field that is left out gets its default. */
export type ClosingCodeSettingInput = types.ClosingCodeSettingInput;
