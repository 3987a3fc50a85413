const reasons: Readonly<Record<string, string>> = {
  EACCES: 'this user has no permission',
  EEXIST: 'it exists already',
  EISDIR: 'it is a folder',
  ENAMETOOLONG: 'its name is too long',
  ENOENT: 'it does not exist',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a part of its path is not a folder',
  EPERM: 'this user has no permission',
  EROFS: 'its disk is read-only',
};

type SystemError = Error & { code?: string; path?: string; syscall: string };

/** Whether the operating system raised the error. Its message is for programmers. */
export const isSystemError = (error: unknown): error is SystemError =>
  error instanceof Error && 'syscall' in error;

/** Why the operating system refused, and its code: `it does not exist (ENOENT)`. */
export function systemReason({ code = 'unknown error' }: SystemError): string {
  const reason = reasons[code];
  return reason === undefined ? code : `${reason} (${code})`;
}

/** The system error as one line that names the file. */
export const describeSystemError = (error: SystemError): string =>
  error.path === undefined
    ? `The system refuses a ${error.syscall}: ${systemReason(error)}.`
    : `The system refuses to use ${error.path}: ${systemReason(error)}.`;
