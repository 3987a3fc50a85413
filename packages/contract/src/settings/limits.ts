import * as v from 'valibot';
import { numberSetting } from './setting-values.ts';
import type * as types from './limits.types.ts';

/** Schema of the limits of a workspace. Parsing fills in the defaults. */
export const Limits = v.pipe(
  v.strictObject({
    callsPerPersonPerMinute: numberSetting(
      60,
      1_000_000,
      6_000,
      'How many calls a person can make per minute. A person is a role and subject of tokens. The role `service` is not limited by it.',
    ),
    callsPerWorkspacePerMinute: numberSetting(
      600,
      100_000_000,
      600_000,
      'How many calls the people and services of the workspace can make per minute.',
    ),
    messagesPerPersonPerMinute: numberSetting(
      1,
      1_000_000,
      600,
      'How many messages a person can send per minute, over all rooms. The role `service` is not limited by it.',
    ),
    messagesPerRoomPerMinute: numberSetting(
      1,
      1_000_000,
      1_200,
      'How many messages everybody can send to a room per minute.',
    ),
    liveConnectionsPerWorkspace: numberSetting(
      1,
      1_000_000,
      10_000,
      'How many live connections the workspace can have at a server. A person can have 5 of them. On Workers, connections of customers do not count.',
    ),
  }),
  v.description(
    'Limits that protect the desk from one person, room or workspace. A call above one gets 429 `rate_limited`. Up to the calls of a minute can come at once. Each server counts what it receives itself.',
  ),
);
/** Limits that protect the desk from one person, room or workspace. */
export type Limits = types.Limits;
/** The limits, as a caller sends them: a limit that is left out gets its default. */
export type LimitsInput = types.LimitsInput;

/** The limits of a workspace that has not changed them. */
export const defaultLimits: Limits = v.parse(Limits, {});
