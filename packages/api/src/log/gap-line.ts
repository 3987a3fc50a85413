import type { Gap } from '@chat-ticket/domain';
import type { LogLine } from '../ports.ts';

/** The log line of a gap in which a workspace was not served, or by which the clock jumped. */
export const gapLine = (workspace: string, { servedUntil, now }: Gap): LogLine => ({
  level: 'warn',
  message:
    now > servedUntil
      ? 'deadlines moved: the desk did not serve, or the clock was set forward'
      : 'deadlines moved: the clock was set back',
  requestId: 'sweep',
  workspace,
  gapMs: now - servedUntil,
});
