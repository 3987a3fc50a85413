import { Identifier, PutAgentParam } from '@chat-ticket/contract';
import * as v from 'valibot';

const { email, name, capacity, skills } = PutAgentParam.entries;

/** An agent as its cells say; a cell that is empty is left out. */
export const AgentRow = v.object({
  id: Identifier,
  email,
  name,
  capacity: v.optional(
    v.pipe(v.string(), v.regex(/^\d+$/, 'must be a whole number'), v.transform(Number), v.unwrap(capacity)),
  ),
  skills: v.pipe(
    v.optional(v.string(), ''),
    v.transform((cell) =>
      cell
        .split(';')
        .map((skill) => skill.trim())
        .filter(Boolean),
    ),
    v.unwrap(skills),
  ),
});

export const columns: readonly string[] = Object.keys(AgentRow.entries);
export const requiredColumns: readonly string[] = ['id', 'email', 'name'];
