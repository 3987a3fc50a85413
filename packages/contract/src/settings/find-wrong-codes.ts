import type { ClosingCodeSetting } from './closing-code-setting.ts';
import type { QueueSetting } from './queue-setting.ts';

/** A value of the settings that contradicts another one. */
export type WrongValue = {
  /** The keys that lead to the value. */
  readonly keys: readonly [string, ...(string | number)[]];
  /** What the value must be. */
  readonly message: string;
};

/** The queues of closing codes that do not exist, and the queues that require a code and have none. */
export const findWrongCodes = ({
  queues,
  closingCodes,
}: {
  queues: readonly QueueSetting[];
  closingCodes: readonly ClosingCodeSetting[];
}): WrongValue[] => [
  ...closingCodes.flatMap(({ queueIds = [] }, i) =>
    queueIds.flatMap((queueId, j) =>
      queues.some(({ id }) => id === queueId)
        ? []
        : [{ keys: ['closingCodes', i, 'queueIds', j] as const, message: 'must be the id of a queue' }],
    ),
  ),
  ...queues.flatMap(({ id, requiresClosingCode }, i) =>
    !requiresClosingCode || closingCodes.some((code) => canBeChosen(code, id))
      ? []
      : [
          {
            keys: ['queues', i, 'requiresClosingCode'] as const,
            message: 'must be false while no closing code can be chosen in the queue',
          },
        ],
  ),
];

const canBeChosen = ({ archived, queueIds }: ClosingCodeSetting, queueId: string): boolean =>
  !archived && (queueIds === undefined || queueIds.includes(queueId));
