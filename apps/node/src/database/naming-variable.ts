import { ConfigError } from '@chat-ticket/api';
import { DatabaseUnavailable } from '@chat-ticket/storage';
import type { Config } from '../config/parse-config.ts';
import { describeSystemError, isSystemError } from '../cli/system-error.ts';
import { databaseTemplate } from './database-url.ts';

/** What a person corrects with the variable. Other faults, such as a full disk, are not the variable’s. */
const faults: ReadonlySet<string> = new Set(['read_only', 'not_a_database', 'cannot_open']);

/** Opens a database. Throws `ConfigError`, which names the variable, if its path is the reason that it cannot be used. */
export async function namingVariable<T>(config: Config, open: () => Promise<T>): Promise<T> {
  try {
    return await open();
  } catch (cause) {
    const reason = reasonOf(cause);
    if (reason === undefined) throw cause;
    const variable = config.databaseUrl === undefined ? 'DATA_DIR' : 'DATABASE_URL';
    throw new ConfigError(`${variable} leads to ${databaseTemplate(config)}. ${reason}`, { cause });
  }
}

function reasonOf(error: unknown): string | undefined {
  if (error instanceof DatabaseUnavailable) return faults.has(error.fault) ? error.message : undefined;
  if (!isSystemError(error)) return undefined;
  return `${describeSystemError(error)} Name a folder that the desk can write to.`;
}
