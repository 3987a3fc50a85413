import type { AppOptions } from '../ports.ts';
import { Admission } from './admission.ts';
import { FailedTokens } from './failed-tokens.ts';
import { WorkspaceLimits } from './workspace-limits.ts';

/** Forged tokens that an address can send per minute, unless the app says otherwise. */
export const defaultFailedTokensPerMinute = 600;
/** Requests that a process works on at once, unless the app says otherwise. */
export const defaultMaxInFlight = 512;

/** What protects an app from too many requests. */
export type Guards = {
  admission: Admission;
  limits: WorkspaceLimits;
  failedTokens: FailedTokens;
};

/** The guards of one app. */
export const createGuards = ({ admission, failedTokensPerMinute }: AppOptions): Guards => ({
  admission: admission ?? new Admission({ maxInFlight: defaultMaxInFlight }),
  limits: new WorkspaceLimits(),
  failedTokens: new FailedTokens(failedTokensPerMinute ?? defaultFailedTokensPerMinute),
});
