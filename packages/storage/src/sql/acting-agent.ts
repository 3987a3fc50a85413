/** The agent that a call acts for. */
export type ActingAgentParams = {
  /** The agent’s id or email. An id has precedence. */
  ref: string;
  /** The id that the agent must have. Null: a service calls, which may act for any agent. */
  self: string | null;
};

// A reference is ASCII, so `lower` is enough.
/** The acting agent’s id, or null if the agent does not exist. */
export const actingAgentId = `(
  select id from agents
  where (id = :ref or email_key = lower(:ref)) and (:self is null or id = :self)
  order by id = :ref desc limit 1)`;
