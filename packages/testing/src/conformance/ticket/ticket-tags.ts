import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';
import { historyIn } from './closing-code.ts';

const numbered = (count: number, first = 0) => Array.from({ length: count }, (_, i) => `tag ${first + i}`);

/**
 * Proves how tags are written, who can set which, and how many a ticket can have. Tags are set and removed by each role, and
 * the ticket and its history are read.
 */
export const ticketTags = (desk: Desk) =>
  describe('changeTags (POST /v1/tickets/{ticketID}/tags)', () => {
    const historyOf = historyIn(desk);

    it('sets and removes tags, and writes them in one way', async () => {
      const { agent, params } = await desk.pickedTicket();
      const json = { add: ['Map  Pin', 'photo', 'PHOTO', 'ＶＩＰ', ' E\u0301clair '] };
      const tagged = await agent.ok('changeTags', 200, { params, json });
      expect(tagged.tags).toEqual(['map pin', 'photo', 'vip', 'éclair']);
      const service = await desk.service();
      const change = { add: ['rider'], remove: ['Photo', 'never set'] };
      const changed = await service.ok('changeTags', 200, { params, json: change });
      expect(changed.tags).toEqual(['map pin', 'rider', 'vip', 'éclair']);
      expect((await agent.ok('listTickets', 200))[0]?.tags).toEqual(changed.tags);
      expect((await historyOf(params)).slice(-2)).toMatchObject([
        { type: 'ticket.tags_changed', actor: { role: 'agent' }, tags: tagged.tags },
        { type: 'ticket.tags_changed', actor: { role: 'service' }, tags: changed.tags },
      ]);
      const cleared = await agent.ok('changeTags', 200, { params, json: { remove: changed.tags ?? [] } });
      expect(cleared).not.toHaveProperty('tags');
    });

    it('changes nothing if the tags stay the same', async () => {
      const { agent, params } = await desk.pickedTicket();
      await agent.ok('changeTags', 200, { params, json: { add: ['photo'] } });
      const { length } = await historyOf(params);
      const json = { add: ['Photo'], remove: ['rider'] };
      expect(await agent.ok('changeTags', 200, { params, json })).toMatchObject({ tags: ['photo'] });
      expect(await historyOf(params)).toHaveLength(length);
    });

    it('keeps the tags of two callers who change them at the same time', async () => {
      const { agent, params } = await desk.pickedTicket();
      const add = (tag: string) => agent.ok('changeTags', 200, { params, json: { add: [tag] } });
      await Promise.all(['a', 'b', 'c', 'd'].map(add));
      expect(await desk.getTicket(params.ticketID)).toMatchObject({ tags: ['a', 'b', 'c', 'd'] });
    });

    it('accepts up to 20 tags', async () => {
      const { agent, params } = await desk.pickedTicket();
      await agent.ok('changeTags', 200, { params, json: { add: numbered(20) } });
      const more = { params, json: { add: ['one more'] } };
      const error = await agent.refused('changeTags', 'too_many_tags', more);
      expect(error?.source).toEqual({ pointer: '/add' });
      await agent.refused('changeTags', 'body_invalid', { params, json: { add: numbered(21) } });
      const swapped = { add: ['one more'], remove: ['tag 0'] };
      expect((await agent.ok('changeTags', 200, { params, json: swapped })).tags).toHaveLength(20);
    });

    it.each([
      ['a tag of 33 characters', '/add/0', { add: ['a'.repeat(33)] }],
      ['a blank tag', '/remove/1', { remove: ['photo', ' '] }],
      ['no tag', '', { add: [], remove: [] }],
      ['a tag to set and to remove', '', { add: ['Photo'], remove: ['photo'] }],
    ])('refuses %s', async (_, pointer, json) => {
      const { agent, params } = await desk.assignedTicket();
      const error = await agent.refused('changeTags', 'body_invalid', { params, json });
      expect(error?.source).toEqual({ pointer });
    });

    it('lets agents set only listed tags if the settings say so, and others any', async () => {
      await desk.putSettings({ tags: { names: ['Photo', 'rider'], allowsOthers: false } });
      const { agent, params } = await desk.pickedTicket();
      expect(await agent.ok('listTags', 200)).toEqual({ names: ['photo', 'rider'], allowsOthers: false });
      const error = await agent.refused('changeTags', 'tag_not_listed', {
        params,
        json: { add: ['photo', 'vip'] },
      });
      expect(error?.source).toEqual({ pointer: '/add/1' });
      const service = await desk.service();
      await service.ok('changeTags', 200, { params, json: { add: ['vip'] } });
      const json = { add: ['photo'], remove: ['vip'] };
      expect(await agent.ok('changeTags', 200, { params, json })).toMatchObject({ tags: ['photo'] });
    });

    it('is open to everybody but the agent when the ticket is closed', async () => {
      const { agent, params } = await desk.closedTicket();
      const json = { add: ['photo'] };
      await agent.refused('changeTags', 'transition_not_allowed', { params, json });
      const supervisor = await desk.signIn({ role: 'supervisor' });
      expect(await supervisor.ok('changeTags', 200, { params, json })).toMatchObject({ tags: ['photo'] });
    });

    it('checks the version and the owner of the ticket', async () => {
      const { agent, params } = await desk.assignedTicket();
      const json = { add: ['photo'] };
      const headers = { 'If-Match': '"another"' };
      await agent.refused('changeTags', 'version_mismatch', { params, json, headers });
      await agent.refused('changeTags', 'header_invalid', { params, json, headers: { 'If-Match': 'x' } });
      await agent.ok('setOffline', 200);
      const other = await desk.onlineAgent({ capacity: 0 });
      await other.refused('changeTags', 'ticket_not_found', { params, json });
    });
  });
