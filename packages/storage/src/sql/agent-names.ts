/**
 * Whether an agent has the email, or has it as its id. An email must name one person only, because callers name agents by
 * id or by email. `email` is an SQL expression.
 */
export const hasEmail = (agent: string, email: string): string =>
  `(lower(${agent}.email) = lower(${email}) or lower(${agent}.id) = lower(${email}))`;
