import { chooseAgent } from './choose.ts';
import type { Consideration } from './consideration.ts';
import type { RuledOut } from './eligible.ts';
import type { RoutedTicket } from './routed-ticket.ts';
import { clockTime, counted, listed } from './wording.ts';

/** Where a ticket waits, whom for, why nobody takes it and what happens next. */
export function describeWait(
  ticket: RoutedTicket,
  considered: readonly Consideration[],
  now: number,
): string[] {
  const { position, preferredAgentId, preferUntil, queueId, queueIsOpen } = ticket;
  return [
    `It waits in the queue ${queueId}${position === null ? '' : ` as number ${position}`}.`,
    describeNeeds(ticket),
    queueIsOpen ? describeAgents(ticket, considered, now) : describeClosedQueue(ticket, now),
    ...(preferredAgentId === null || preferUntil === null
      ? []
      : [
          `${preferredAgentId}, the customer’s last agent, goes first if able to take it before ${clockTime(preferUntil, now)}.`,
        ]),
    ...describeDeclines(ticket, considered, now),
    ...describeWidening(ticket, now),
  ];
}

function describeNeeds({ needs, tierFrom, tierTo }: RoutedTicket): string {
  const tiers = tierFrom === tierTo ? `${tierFrom}` : `${tierFrom} to ${tierTo}`;
  const all = tierTo === 1 ? needs : [...needs, `an agent of tier ${tiers}`];
  return `It needs ${all.length === 0 ? 'no skill in particular' : listed(all)}.`;
}

const describeClosedQueue = ({ opensAt }: RoutedTicket, now: number): string =>
  opensAt === null
    ? 'The queue is closed, and when it opens is not known.'
    : `The queue is closed until ${clockTime(opensAt, now)}.`;

function describeAgents(ticket: RoutedTicket, considered: readonly Consideration[], now: number): string {
  if (considered.length === 0) return 'No agent is considered: all are offline.';
  const total = counted(considered.length, 'agent is considered', 'agents are considered');
  const able = considered.filter(({ ruledOutBy }) => ruledOutBy.length === 0);
  if (able.length === 0) return `${total}; none can take it: ${reasons(considered).join(', ')}.`;
  const first = chooseAgent(
    ticket,
    able.map(({ agent }) => agent),
    { strategy: ticket.strategy, now },
  );
  return `${total}; ${able.length === 1 ? `${first?.id} can take it` : `${able.length} can take it, ${first?.id} first`}.`;
}

/** What passes soonest goes first. An agent counts under the last that holds: what still stands when the others have passed. */
const phrases: readonly [RuledOut, (of: Consideration) => [one: string, many: string]][] = [
  ['full', () => ['is full', 'are full']],
  ['not_connected', () => ['is not connected', 'are not connected']],
  [
    'status_not_routable',
    ({ agent }) => [`is in the status ${agent.status}`, `are in the status ${agent.status}`],
  ],
  ['declined', () => ['has had it already', 'have had it already']],
  ['tier_too_low', () => ['is of a lower tier', 'are of a lower tier']],
  ['tier_too_high', () => ['is of a higher tier', 'are of a higher tier']],
  [
    'skills_missing',
    ({ missingSkills }) => [`lacks ${listed(missingSkills)}`, `lack ${listed(missingSkills)}`],
  ],
];

function reasons(considered: readonly Consideration[]): string[] {
  const counts = new Map<string, { rank: number; count: number; words: [string, string] }>();
  for (const one of considered) {
    const rank = phrases.findLastIndex(([rule]) => one.ruledOutBy.includes(rule));
    const words = phrases[rank]![1](one);
    const counter = counts.get(words[0]) ?? { rank, count: 0, words };
    counter.count += 1;
    counts.set(words[0], counter);
  }
  return [...counts.values()]
    .toSorted((a, b) => a.rank - b.rank || b.count - a.count)
    .map(({ count, words }) => counted(count, ...words));
}

const namesShown = 5;

function describeDeclines(
  { retryAt }: RoutedTicket,
  considered: readonly Consideration[],
  now: number,
): string[] {
  const names = considered.flatMap(({ agent, ruledOutBy }) =>
    ruledOutBy.includes('declined') ? [agent.id] : [],
  );
  if (names.length === 0) return [];
  const who = names.length > namesShown ? `${names.length} agents` : listed(names);
  const [had, again] =
    names.length === 1 ? ['has had it', 'is asked again'] : ['have had it', 'are asked again'];
  if (retryAt === null) return [`${who} ${had} already and did not take it.`];
  return [`${who} ${had} already and ${again} at ${clockTime(retryAt, now)} if nobody else can take it.`];
}

function describeWidening({ needs, tierTo, widenAt, widensTo }: RoutedTicket, now: number): string[] {
  if (widenAt === null || widensTo === null) return [];
  const dropped = needs.filter((need) => !widensTo.needs.includes(need));
  const changes = [
    ...(dropped.length === 0
      ? []
      : [`${listed(dropped)} ${dropped.length === 1 ? 'is' : 'are'} no longer needed`]),
    ...(widensTo.tierTo > tierTo ? [`agents up to tier ${widensTo.tierTo} can take it too`] : []),
  ];
  return [
    `At ${clockTime(widenAt, now)} the search widens: ${changes.length === 0 ? 'nothing changes for this ticket' : listed(changes)}.`,
  ];
}
