/**
 * Whether an agent has the email, or has it as its id. An email must name one person only, because callers name agents by
 * id or by email. `key` is an SQL expression: the email as it is compared.
 */
export const hasEmail = (agent: string, key: string): string =>
  `(${agent}.email_key = ${key} or lower(${agent}.id) = ${key})`;
