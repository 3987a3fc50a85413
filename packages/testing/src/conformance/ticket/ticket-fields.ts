import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';
import { historyIn } from './closing-code.ts';

const fields = [
  { id: 'shop', name: 'Shop', type: 'text' as const, writers: ['service' as const] },
  { id: 'level', name: 'Level', type: 'choice' as const, choices: ['gold', 'silver'] },
  { id: 'missing', name: 'Missing value', type: 'number' as const, min: 0, max: 500 },
  { id: 'due', name: 'Refund due', type: 'date' as const },
];
const values = { shop: 'S-12', level: 'gold', missing: 9.5, due: '2026-11-25' };

/**
 * Proves which values custom fields accept, who may set them, and that they choose the queue and the skills. Fields are set
 * at intake and later, and the ticket, its history and its routing are read.
 */
export const ticketFields = (desk: Desk) =>
  describe('custom fields', () => {
    const historyOf = historyIn(desk);

    it('are set at intake, and returned as they were sent', async () => {
      await desk.putSettings({ fields });
      const { agent, ticket } = await desk.assignedTicket({ fields: values });
      expect(ticket.fields).toEqual(values);
      expect((await agent.ok('listTickets', 200))[0]?.fields).toEqual(values);
      const { fields: listed } = await agent.ok('listFields', 200);
      expect(listed.map(({ id, writers }) => [id, writers.length])).toEqual([
        ['shop', 1],
        ['level', 4],
        ['missing', 4],
        ['due', 4],
      ]);
    });

    it('are set and removed later, one at a time', async () => {
      await desk.putSettings({ fields });
      const { agent, params } = await desk.pickedTicket({ fields: { level: 'gold', missing: 1 } });
      const change = { level: null, missing: 2, due: '2026-12-01' };
      const changed = await agent.ok('changeFields', 200, { params, json: { fields: change } });
      expect(changed.fields).toEqual({ missing: 2, due: '2026-12-01' });
      expect((await historyOf(params)).at(-1)).toMatchObject({
        type: 'ticket.fields_changed',
        actor: { role: 'agent' },
        changes: change,
      });
      const removed = { missing: null, due: null };
      const cleared = await agent.ok('changeFields', 200, { params, json: { fields: removed } });
      expect(cleared).not.toHaveProperty('fields');
      const { length } = await historyOf(params);
      await agent.ok('changeFields', 200, { params, json: { fields: removed } });
      expect(await historyOf(params)).toHaveLength(length);
    });

    it.each([
      ['an unknown field', { colour: 'red' }, '/fields/colour'],
      ['a text that is a number', { shop: 7 }, '/fields/shop'],
      ['a blank text', { shop: ' ' }, '/fields/shop'],
      ['a number above the maximum', { missing: 501 }, '/fields/missing'],
      ['a number that is text', { missing: '9' }, '/fields/missing'],
      ['an unknown choice', { level: 'Gold' }, '/fields/level'],
      ['a day that does not exist', { due: '2026-02-30' }, '/fields/due'],
    ])('refuse %s, at intake and later', async (_, wrong, pointer) => {
      await desk.putSettings({ fields });
      const service = await desk.service();
      const json = { customer: desk.newCustomer(), fields: { ...values, ...wrong } };
      const refused = await service.refused('createTicket', 'body_invalid', { json });
      expect(refused?.source).toEqual({ pointer });
      const { params } = await desk.waitingTicket();
      const error = await service.refused('changeFields', 'body_invalid', {
        params,
        json: { fields: wrong },
      });
      expect(error?.source).toEqual({ pointer });
      expect(await desk.getTicket(params.ticketID)).not.toHaveProperty('fields');
    });

    it('refuse a body without a field', async () => {
      const { agent, params } = await desk.assignedTicket();
      const error = await agent.refused('changeFields', 'body_invalid', { params, json: { fields: {} } });
      expect(error?.source).toEqual({ pointer: '/fields' });
    });

    it('can be set only by the roles that the settings name', async () => {
      const ofSupervisor = {
        id: 'level',
        name: 'Level',
        type: 'text' as const,
        writers: ['supervisor' as const],
      };
      await desk.putSettings({ fields: [fields[0]!, ofSupervisor] });
      const { agent, params } = await desk.pickedTicket();
      const error = await agent.refused('changeFields', 'field_not_writable', {
        params,
        json: { fields: { shop: 'S-1' } },
      });
      expect(error?.source).toEqual({ pointer: '/fields/shop' });
      const service = await desk.service();
      const json = { customer: desk.newCustomer(), fields: { level: 'gold' } };
      await service.refused('createTicket', 'field_not_writable', { json });
      await service.ok('changeFields', 200, { params, json: { fields: { shop: 'S-1' } } });
      const supervisor = await desk.signIn({ role: 'supervisor' });
      const change = { params, json: { fields: { level: 'gold' } } };
      expect(await supervisor.ok('changeFields', 200, change)).toMatchObject({
        fields: { shop: 'S-1', level: 'gold' },
      });
    });

    it('choose the queue and the skills of a ticket, at intake and when they change', async () => {
      await desk.putSettings({
        fields,
        queues: [
          { id: 'gold', takes: { fields: { level: ['gold'] } }, needs: ['shop:{field:shop}'] },
          { id: 'half', takes: { fields: { missing: ['0.5', '7'] } }, needs: ['half'] },
          { id: 'rest', needs: ['nobody'] },
        ],
      });
      const expert = await desk.onlineAgent({ skills: ['shop:S-12'] });
      const first = await desk.createTicket({ fields: { level: 'gold', shop: 'S-12' } });
      expect(first).toMatchObject({ queueId: 'gold', agentId: expert.id });
      const other = await desk.createTicket({ fields: { level: 'gold', shop: 'S-1' } });
      expect(other).toMatchObject({ queueId: 'gold', status: 'CREATED' });
      expect(await desk.createTicket({ fields: { missing: 7 } })).toMatchObject({ queueId: 'half' });
      const last = await desk.createTicket({ fields: { level: 'silver' } });
      expect(last).toMatchObject({ queueId: 'rest', status: 'CREATED' });

      const service = await desk.service();
      const params = { ticketID: last.id };
      const json = { fields: { level: 'gold', shop: 'S-12' } };
      expect(await service.ok('changeFields', 200, { params, json })).toMatchObject({
        queueId: 'gold',
        agentId: expert.id,
      });
      const routing = await service.ok('getTicketRouting', 200, { params: { ticketID: other.id } });
      expect(JSON.stringify(routing)).toContain('shop:S-1');
    });

    it('stay on a ticket when the settings no longer have them', async () => {
      await desk.putSettings({ fields });
      const { agent, params } = await desk.pickedTicket({ fields: { level: 'gold', missing: 1 } });
      await desk.putSettings({});
      expect(await desk.getTicket(params.ticketID)).toMatchObject({ fields: { level: 'gold', missing: 1 } });
      const json = { fields: { level: null } };
      expect(await agent.ok('changeFields', 200, { params, json })).toMatchObject({ fields: { missing: 1 } });
    });

    it('of a closed ticket can be set by everybody but the agent', async () => {
      await desk.putSettings({ fields });
      const { agent, params } = await desk.closedTicket();
      const change = { params, json: { fields: { level: 'gold' } } };
      await agent.refused('changeFields', 'transition_not_allowed', change);
      const service = await desk.service();
      expect(await service.ok('changeFields', 200, change)).toMatchObject({
        status: 'CLOSED',
        fields: { level: 'gold' },
      });
    });

    it('are changed only at the version that If-Match names, and only by those who see the ticket', async () => {
      await desk.putSettings({ fields });
      const { agent, params } = await desk.assignedTicket();
      const json = { fields: { level: 'gold' } };
      const headers = { 'If-Match': '"another"' };
      await agent.refused('changeFields', 'version_mismatch', { params, json, headers });
      await agent.refused('changeFields', 'header_invalid', { params, json, headers: { 'If-Match': 'x' } });
      await agent.ok('setOffline', 200);
      const other = await desk.onlineAgent({ capacity: 0 });
      await other.refused('changeFields', 'ticket_not_found', { params, json });
    });
  });
