/** Which agent a call acts for. */
export type ActingAgentParams = {
  /** The agent’s id or email. An id goes first. */
  ref: string;
  /** The id that the agent must have, or null when a service calls, which acts for any agent. */
  self: string | null;
};

/** The acting agent’s id, or null when there is no such agent. */
export const actingAgentId = `(
  select id from agents
  where (id = :ref or lower(email) = lower(:ref)) and (:self is null or id = :self)
  order by id = :ref desc limit 1)`;
