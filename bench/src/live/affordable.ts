/** What this process has open besides sockets. */
const reserve = 500;

/** As many sockets at each of the servers as this process may hold open files for. */
export function affordable(sockets: readonly [few: number, many: number]): readonly [number, number] {
  const { userLimits } = process.report.getReport() as {
    userLimits?: { open_files: { soft: number | 'unlimited' } };
  };
  // Node has raised the soft limit to the hard one at its start; the servers’ processes, too.
  const limit = Number(userLimits?.open_files.soft);
  const most = Number.isNaN(limit) ? Infinity : Math.floor((limit - reserve) / 2);
  return [Math.min(sockets[0], most), Math.min(sockets[1], most)];
}
