/** The number of files that this process opens in addition to sockets. */
const reserve = 500;

/** Reduces the numbers of sockets for each server to what this process’s limit of open files allows. */
export function limitSockets(sockets: readonly [few: number, many: number]): readonly [number, number] {
  const { userLimits } = process.report.getReport() as {
    userLimits?: { open_files: { soft: number | 'unlimited' } };
  };
  // Node raises the soft limit to the hard limit at its start, in this process and in the servers.
  const limit = Number(userLimits?.open_files.soft);
  const most = Number.isNaN(limit) ? Infinity : Math.floor((limit - reserve) / 2);
  return [Math.min(sockets[0], most), Math.min(sockets[1], most)];
}
