/** The filters in the query of a report of tickets. */
export type FilterQuery = {
  queueId?: string | undefined;
  agentId?: string | undefined;
  ccr?: string | undefined;
  language?: string | undefined;
  entityId?: string | undefined;
};

/** The filters as storage takes them. */
export const filtersOf = ({ queueId, agentId, ccr, language, entityId }: FilterQuery) => ({
  queue: queueId ?? null,
  agent: agentId ?? null,
  ccr: ccr ?? null,
  language: language ?? null,
  entity: entityId ?? null,
});
