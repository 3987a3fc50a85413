/** The time of day, in seconds since midnight UTC, at which `closedToday` opens. */
export const opensAtSeconds = 9 * 3_600;

/** Opening hours of a queue that is closed today and opens in three days. */
export const closedToday = () => {
  const days = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
  const opens = new Date(Date.now() + 3 * 86_400_000);
  return { timeZone: 'UTC', weekly: { [days[opens.getUTCDay()]!]: [{ from: '09:00', to: '10:00' }] } };
};
