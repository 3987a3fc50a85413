import type { CommandContext } from '../command/command-context.ts';
import { type Bindable, type Statement, statement } from '../command/statement.ts';
import { wroteSettings } from '../sql/wrote-settings.ts';

/** A period in which a queue is open, as a row of `queue_hours`. Times are in ms since 1970. */
export type OpenPeriodRow = { queueId: string; opensAt: number; closesAt: number; openBeforeMs: number };

type Params = CommandContext & { hours: readonly OpenPeriodRow[] };

/** Stores opening hours, if this command has written the settings. */
export const insertQueueHours = <P extends Params & Bindable<P>>(): Statement<P> => statement<P>`
  insert into queue_hours (queue_id, opens_at, closes_at, open_before_ms)
  select row.value ->> 'queueId', row.value ->> 'opensAt', row.value ->> 'closesAt', row.value ->> 'openBeforeMs'
  from json_each(:hours) row
  where ${wroteSettings}`;

/** Replaces the rows of `queue_hours`, if this command has written the settings. */
export const refillQueueHours = <P extends Params & Bindable<P>>(): Statement<P>[] => [
  statement<P>`delete from queue_hours where ${wroteSettings}`,
  insertQueueHours<P>(),
];
