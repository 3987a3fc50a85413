/** The intervals of time that a report tells apart, in order: from when, in ms since 1970, and until when, exclusive. */
export type Buckets = readonly (readonly [from: number, until: number])[];

/**
 * How many tickets, and how many times of agents, a report reads at most. The embedded database serves nothing else meanwhile:
 * one to three seconds of the processor.
 */
export const maxReportedTickets = 120_000;
export const maxReportedTimes = 240_000;

/** Whether the range of the buckets has more than `:maxRows` rows. It reads one index and stops there. */
export const hasMoreRows = (table: string, at: string): string => `(
    select count(*) > :maxRows from (
      select 1 from ${table}
      where ${at} >= :buckets -> 0 ->> 0 and ${at} < :buckets -> '$[#-1]' ->> 1 limit :maxRows + 1))`;

/** The buckets as a CTE. It has none if the report would read too many rows, and the statement then returns at once. */
export const bounded = (isTooLarge: string): string => `bounded(buckets) as materialized (
    select case when ${isTooLarge} then '[]' else :buckets end)`;
