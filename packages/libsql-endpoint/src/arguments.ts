import { SqlError } from './error.ts';
import type { Stmt } from './request.ts';
import type { SqlStatement } from './sql.ts';
import { decodeValue, type SqlValue } from './value.ts';

/** The values of the parameters, by index. Throws `SqlError` when one is missing or superfluous. */
export function bindArguments({ parameters }: SqlStatement, stmt: Stmt): SqlValue[] {
  const { args, named_args: named } = stmt;
  if (args.length > 0 && named.length > 0) {
    throw new SqlError(
      'ARGS_BOTH_POSITIONAL_AND_NAMED',
      'Specifying both positional and named arguments is not supported',
    );
  }
  const given = args.length + named.length;
  if (given > parameters.length) {
    throw invalid(`too many parameters, expected ${parameters.length} found ${given}`);
  }
  const byName = new Map(named.map(({ name, value }) => [name, value]));
  return parameters.map((name, index) => {
    const value =
      name === undefined || name.startsWith('?')
        ? args[index]
        : (byName.get(name) ?? byName.get(name.slice(1)) ?? args[index]);
    if (value === undefined) throw invalid(`value for parameter ${name ?? index + 1} not found`);
    return decodeValue(value);
  });
}

const invalid = (reason: string) =>
  new SqlError('ARGS_INVALID', `Arguments do not match SQL parameters: ${reason}`);
