import { and, eq, inArray, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { agents, tickets } from '../schema.ts';
import { build, built, type Placeholders } from './built.ts';

it('names the parameters and inlines the constants', () => {
  const { text } = built((p: Placeholders<{ ticketId: string; rows: number }>) =>
    build
      .select({ id: tickets.id })
      .from(tickets)
      .where(and(eq(tickets.id, p.ticketId), inArray(tickets.status, ['CREATED', 'ERROR'])))
      .limit(sql.placeholder('rows')),
  );
  expect(text).toBe(
    `select "id" from "tickets" where ("tickets"."id" = :ticketId and "tickets"."status" in ('CREATED', 'ERROR')) limit :rows`,
  );
});

it('escapes a quote in a constant', () => {
  const { text } = built(() => build.select({ id: agents.id }).from(agents).where(eq(agents.name, "O'Hara")));
  expect(text).toBe(`select "id" from "agents" where "agents"."name" = 'O''Hara'`);
});

it('decodes each column as the schema declares it', () => {
  const { read } = built(() =>
    build.select({ skills: agents.skills, isRoutable: agents.isRoutable, name: agents.name }).from(agents),
  );
  const result = { columns: ['skills', 'is_routable', 'name'], rows: [{ 0: '["vip"]', 1: 1, 2: null }] };
  expect(read(result)).toEqual([{ skills: ['vip'], isRoutable: true, name: null }]);
});
