/**
 * How long an interval lasted, without gaps. Gaps do not overlap, so only the last one that began before it can reach into
 * it. The parameters are SQL.
 *
 * @see packages/domain/src/report/served-ms.ts `servedMs`, the same rule in TypeScript
 */
export const servedMs = (from: string, until: string): string => `max(0, ${until} - ${from} - coalesce((
        select sum(max(0, min(g.ended_at, ${until}) - max(g.began_at, ${from}))) from gaps g
        where g.began_at < ${until}
          and g.began_at >= coalesce((select max(began_at) from gaps where began_at <= ${from}), ${from})), 0))`;
