import Engine from 'libsql';
import { describe, expect, it, onTestFinished } from 'vitest';
import { operationsOf } from '../scripts/operations.ts';
import * as storage from '../src/index.ts';
import { freshDatabase } from './fresh-database.ts';

// Proves that each page of a list reads one range of one index in the order of the list. It begins where the page before
// ended and needs no sort, so that a page costs the same wherever it is and however long the list is.

/** The index that each list reads, by the name of its query and answer. */
const indexes: Readonly<Record<string, string>> = {
  'listAgents.present.agents': 'agents_list',
  'listAgents.archived.agents': 'agents_archived',
  ...Object.fromEntries(
    Object.entries({
      closed: 'tickets_closed',
      created: 'tickets_by_created',
      customer: 'tickets_by_customer',
      entity: 'tickets_by_entity',
      language: 'tickets_by_language',
      open: 'tickets_open',
      order: 'tickets_by_order',
      queue: 'tickets_by_queue',
      reason: 'tickets_by_reason',
    }).flatMap(([leading, index]) =>
      ['newest', 'oldest'].map((order) => [`searchTickets.${leading}.${order}.examined`, index]),
    ),
  ),
  'searchTickets.waiting.oldest.examined': 'tickets_customer_waits',
  'listTicketFacts.facts': 'ticket_facts_created',
  'listTicketSamples.created.last': 'ticket_facts_created',
  'listTicketSamples.answered.last': 'ticket_facts_assigned',
  'listTicketSamples.missed.last': 'ticket_intervals_ended',
  'listTicketSamples.transferred.last': 'ticket_intervals_transferred',
};

/** The indexes of the lists that look up each row of a range of ids. */
const rangeIndexes: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    Object.entries(indexes)
      .filter(([name]) => name.startsWith('searchTickets'))
      .map(([name, index]) => [name.replace('examined', 'found'), [index]]),
  ),
  'searchTickets.agent.newest.found': ['tickets_by_agent', 'ticket_agents_list'],
  'searchTickets.agent.oldest.found': ['tickets_by_agent', 'ticket_agents_list'],
};

const operations = operationsOf(storage);

async function planOf(name: string): Promise<string[]> {
  const operation = operations.get(name.slice(0, name.lastIndexOf('.')));
  const { text } = operation!.answers.find(
    (answer) => answer.name === name.slice(name.lastIndexOf('.') + 1),
  )!;
  const { url } = await freshDatabase();
  const engine = new Engine(url.slice('file:'.length));
  onTestFinished(() => void engine.close());
  const rows = engine.prepare(`explain query plan ${text}`).all();
  return rows.map((row) => (row as { detail: string }).detail);
}

describe('a page of the list', () => {
  it.each(Object.entries(indexes))('%s reads one range of the index %s', async (name, index) => {
    const [first, ...rest] = await planOf(name);
    expect(first).toMatch(new RegExp(`^SEARCH \\w+ USING (?:COVERING )?INDEX ${index} \\(`));
    expect(rest.filter((step) => step.includes('TEMP B-TREE'))).toEqual([]);
  });

  it.each(Object.entries(rangeIndexes))(
    '%s looks at one range of %j, and looks up each ticket by its id',
    async (name, own) => {
      const searches = (await planOf(name)).filter((step) =>
        /^(?:SEARCH|SCAN) (?:tickets|ticket_agents)\b/.test(step),
      );
      for (const index of own)
        expect(searches).toContainEqual(
          expect.stringMatching(new RegExp(`^SEARCH \\w+ USING (?:COVERING )?INDEX ${index} \\(`)),
        );
      const others = searches.filter((step) => !own.some((index) => step.includes(` ${index} `)));
      expect(others.filter((step) => !step.includes('sqlite_autoindex'))).toEqual([]);
    },
  );
});
