import type { Connection } from '../live/connection.ts';
import type { LogLine } from '../ports.ts';
import { withoutEmpty } from '../route/wire.ts';

/** The log line of a live connection that has closed: whose it was, which side closed it, and why. */
export const closeLine = ({ id, principal, closedBecause, closeCode }: Connection): LogLine => ({
  level: 'info',
  message: 'live connection closed',
  requestId: 'live',
  connectionId: id,
  workspace: principal.workspace,
  role: principal.role,
  caller: principal.sub,
  ...withoutEmpty({ roomId: principal.room, closeCode }),
  closedBy: closedBecause === undefined ? 'client' : 'desk',
  ...withoutEmpty({ reason: closedBecause }),
});
