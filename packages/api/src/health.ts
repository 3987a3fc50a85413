import type { Routes } from '@chat-ticket/contract';
import { databaseFaults, DatabaseUnavailable, isCurrent, WorkspaceMismatch } from '@chat-ticket/storage';
import { ApiError } from './error/api-error.ts';
import type { Handler } from './route/handler.ts';

export const getHealth: Handler<Routes['getHealth']> = async () => ({ status: 200, body: { status: 'ok' } });

/** The reasons are in the log only: anyone may call this route. */
const oldKeySet =
  'The key set of AUTH_JWKS_URL is not available. The desk verifies tokens with the last one for up to 12 hours.';
const unusableKeys =
  'The key set of AUTH_JWKS_URL has keys that the desk cannot use. It refuses their tokens.';

export const getReadiness: Handler<Routes['getReadiness']> = async ({ checkKeys, checkWrite, send }) => {
  const [isSchemaCurrent, keys] = await Promise.all([isCurrent(send), checkKeys()]).catch(withFault);
  if (!isSchemaCurrent) throw new ApiError('schema_outdated');
  await checkWrite().catch(withFault);
  if (!keys.isUsable) throw new ApiError('key_set_unavailable', {}, { 'Retry-After': '10' });
  const warnings = [
    ...(keys.problem === undefined ? [] : [oldKeySet]),
    ...(keys.hasUnusableKeys ? [unusableKeys] : []),
  ];
  return { status: 200, body: { status: 'ready', ...(warnings.length === 0 ? {} : { warnings }) } };
};

/** Adds what is wrong with the database. Other routes leave that to the log. */
function withFault(error: unknown): never {
  if (error instanceof WorkspaceMismatch)
    throw unavailable('other_workspace', 'The database belongs to another workspace. Check DATABASE_URL.');
  if (error instanceof DatabaseUnavailable) throw unavailable(error.fault, databaseFaults[error.fault]);
  throw error;
}

const unavailable = (databaseFault: string, detail: string) =>
  new ApiError('database_unavailable', { detail, meta: { databaseFault } }, { 'Retry-After': '10' });
