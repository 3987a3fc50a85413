import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';
import { nextInstant, pause } from '../../pause.ts';

/**
 * Proves which queue takes a ticket, which agents may receive it there, in which order tickets leave the queue, and that
 * a change of the settings moves waiting tickets. Each test puts queues in the settings and creates tickets for them.
 */
export const queues = (desk: Desk) =>
  describe('a queue', () => {
    it('takes a ticket that matches its entity, language and contact reason; the first match wins, the last queue takes the rest', async () => {
      await desk.putSettings({
        queues: [
          { id: 'th-delivery', takes: { entityIds: ['FP_TH'], ccrs: ['delivery'] } },
          { id: 'thai', takes: { languages: ['tha'] } },
          { id: 'refunds', takes: { ccrs: ['order - refund'] } },
          { id: 'rest' },
        ],
      });
      const queueOf = async (metadata: Record<string, string>) =>
        (await desk.createTicket({ metadata })).queueId;
      expect(await queueOf({ entityId: 'FP_TH', ccr: 'delivery - late', language: 'tha' })).toBe(
        'th-delivery',
      );
      expect(await queueOf({ entityId: 'FP_TH', ccr: 'delivery' })).toBe('th-delivery');
      expect(await queueOf({ entityId: 'FP_TH', language: 'tha' })).toBe('thai');
      expect(await queueOf({ ccr: 'order - refund', language: 'tha' })).toBe('thai');
      expect(await queueOf({ ccr: 'order - refund' })).toBe('refunds');
      expect(await queueOf({ ccr: 'order - missing item' })).toBe('rest');
      expect(await queueOf({})).toBe('rest');
    });

    it('assigns its tickets to agents with the needed skills, which are filled in from the ticket', async () => {
      const needs = ['language:{language}', 'entity:{entityId}', 'ccr:{ccr}'];
      await desk.putSettings({ queues: [{ id: 'default', needs }] });
      const thai = await desk.onlineAgent({ skills: ['language:tha', 'entity:FP_TH', 'ccr:delivery'] });
      const english = await desk.onlineAgent({ skills: ['language:eng', 'entity:FP_TH'] });
      const metadata = { language: 'tha', entityId: 'FP_TH', ccr: 'delivery - late' };
      expect(await desk.createTicket({ metadata })).toMatchObject({ agentId: thai.id });
      expect(await desk.createTicket({ metadata })).toMatchObject({ agentId: thai.id });
      const other = await desk.createTicket({ metadata: { ...metadata, language: 'eng' } });
      expect(other).not.toHaveProperty('agentId');
      const withoutEntity = await desk.createTicket({ metadata: { language: 'eng' } });
      expect(withoutEntity).toMatchObject({ agentId: english.id });
    });

    it('takes a ticket in its language, whatever the tag, and assigns it to an agent who speaks it', async () => {
      await desk.putSettings({
        queues: [
          { id: 'thai', takes: { languages: ['th-TH', 'tha'] }, needs: ['Language:{language}'] },
          { id: 'chinese', takes: { languages: ['chi'] }, needs: ['language:zh-Hant'] },
          { id: 'default', needs: ['language:{language}'] },
        ],
      });
      const service = await desk.service();
      const { settings } = await service.ok('getSettings', 200);
      expect(settings.queues.map(({ takes, needs }) => [takes?.languages, needs])).toEqual([
        [['tha'], ['language:{language}']],
        [['zho'], ['language:zho']],
        [undefined, ['language:{language}']],
      ]);
      const thai = await desk.onlineAgent({ capacity: 50, skills: ['language:TH'] });
      const chinese = await desk.onlineAgent({ capacity: 50, skills: ['language:cmn', 'Lang: ger'] });
      const german = await desk.onlineAgent({ capacity: 50, skills: ['language:ger'] });
      const { skills } = await service.ok('getAgent', 200, { params: { agentID: chinese.id } });
      expect(skills).toEqual(['lang:deu', 'language:zho']);
      const sent = [
        ...['tha', 'THA', 'th', 'th-TH', 'th_TH', ' Tha '].map((tag) => [tag, 'tha', 'thai', thai.id]),
        ...['zh', 'chi', 'zho', 'cmn', 'zh-Hant-TW'].map((tag) => [tag, 'zho', 'chinese', chinese.id]),
        ...['de', 'DEU', 'ger', 'de-AT'].map((tag) => [tag, 'deu', 'default', german.id]),
      ] as const;
      for (const [tag, language, queueId, agentId] of sent)
        expect(await desk.createTicket({ metadata: { language: tag! } })).toMatchObject({
          metadata: { language },
          queueId,
          agentId,
        });
      const unknown = await desk.createTicket({ metadata: { language: 'Klingon' } });
      expect(unknown).toMatchObject({ metadata: { language: 'klingon' }, queueId: 'default' });
      const fields = { metadata: { language: 'th-TH' } };
      const moved = await service.ok('setTicketStatus', 200, {
        params: { ticketID: unknown.id },
        json: { status: 'UPDATE_FIELD', fields },
      });
      expect(moved).toMatchObject({ metadata: { language: 'tha' }, queueId: 'thai', agentId: thai.id });
    });

    it('takes a contact reason without regard to case, spaces and dashes', async () => {
      await desk.putSettings({
        queues: [
          { id: 'late', takes: { ccrs: ['Delivery – Late'] }, needs: ['ccr:{ccr}'] },
          { id: 'delivery', takes: { ccrs: [' DELIVERY '] }, needs: ['ccr:{ccr}', 'ccr:Größe'] },
          { id: 'default' },
        ],
      });
      const agent = await desk.onlineAgent({ capacity: 50, skills: ['ccr: Delivery', 'CCR:GRÖSSE'] });
      const late = ['delivery - late', 'Delivery-Late', 'DELIVERY—LATE', 'delivery  late'];
      const others = ['delivery - lost', 'Delivery– lost', 'delivery'];
      const topics = new Set(['delivery - late', 'DELIVERY—LATE', ...others]);
      for (const ccr of [...late, ...others]) {
        const ticket = await desk.createTicket({ metadata: { ccr } });
        expect(ticket, ccr).toMatchObject({
          metadata: { ccr },
          queueId: late.includes(ccr) ? 'late' : 'delivery',
          ...(topics.has(ccr) && { agentId: agent.id }),
        });
      }
      expect(await desk.createTicket({ metadata: { ccr: 'pre-delivery' } })).toMatchObject({
        queueId: 'default',
      });
    });

    it('assigns a waiting ticket to an agent who gains the needed skill', async () => {
      await desk.putSettings({ queues: [{ id: 'default', needs: ['vip'] }] });
      const agent = await desk.onlineAgent({ skills: ['language:eng'] });
      const { id } = await desk.createTicket();
      const service = await desk.service();
      const json = { email: agent.email, name: agent.name, skills: ['vip', 'language:eng'] };
      await service.ok('putAgent', 200, { params: { agentID: agent.id }, json });
      expect(await agent.ok('listTickets', 200)).toMatchObject([{ id }]);
    });

    it('assigns a ticket to an agent of a higher tier only after an escalation', async () => {
      const second = await desk.onlineAgent({ skills: ['tier:2'] });
      const { id } = await desk.createTicket();
      expect(await desk.getTicket(id)).toMatchObject({ status: 'CREATED', tier: 1 });
      const service = await desk.service();
      const escalated = await service.ok('escalateTicket', 200, { params: { ticketID: id }, json: {} });
      expect(escalated).toMatchObject({ status: 'ASSIGNED', tier: 2, agentId: second.id });
    });

    it('adds its priority to that of each ticket, and the highest sum goes first', async () => {
      const urgent = { id: 'urgent', takes: { ccrs: ['safety'] }, priority: 5 };
      await desk.putSettings({ queues: [urgent, { id: 'default' }] });
      const plain = await desk.createTicket({ priority: 4 });
      await nextInstant();
      const safety = await desk.createTicket({ metadata: { ccr: 'safety' } });
      await nextInstant();
      const both = await desk.createTicket({ priority: 6 });
      expect(safety.priority).toBe(0);
      const agent = await desk.onlineAgent();
      const listed = await agent.ok('listTickets', 200);
      const ranked = [both.id, safety.id, plain.id];
      expect(new Set(listed.map(({ id }) => id))).toEqual(new Set(ranked));
      const one = await desk.onlineAgent({ capacity: 1 });
      expect(await one.ok('listTickets', 200)).toEqual([]);
      expect(listed.map(({ id }) => id)).toEqual(ranked);
    });

    it('counts one point of priority as `priorityPointSeconds` of waiting', async () => {
      await desk.putSettings({ priorityPointSeconds: 1 });
      const older = await desk.createTicket();
      await pause(1_100);
      await desk.createTicket({ priority: 1 });
      const agent = await desk.onlineAgent({ capacity: 1 });
      expect(await agent.ok('listTickets', 200)).toMatchObject([{ id: older.id }]);
    });

    it('that is renamed or removed moves its waiting tickets to the queue that now takes them', async () => {
      const thai = { id: 'thai', takes: { languages: ['tha'] }, needs: ['nobody'] };
      await desk.putSettings({ queues: [thai, { id: 'default', needs: ['nobody'] }] });
      const [first, second] = [
        await desk.createTicket({ metadata: { language: 'tha' } }),
        await desk.createTicket({ metadata: { language: 'eng' } }),
      ];
      expect([first.queueId, second.queueId]).toEqual(['thai', 'default']);
      await desk.putSettings({
        queues: [
          { ...thai, id: 'siam' },
          { id: 'rest', needs: ['nobody'] },
        ],
      });
      expect(await desk.getTicket(first.id)).toMatchObject({ queueId: 'siam', status: 'CREATED' });
      expect(await desk.getTicket(second.id)).toMatchObject({ queueId: 'rest', status: 'CREATED' });

      const agent = await desk.onlineAgent();
      expect(await agent.ok('listTickets', 200)).toEqual([]);
      await desk.putSettings({});
      const listed = await agent.ok('listTickets', 200);
      expect(listed.map(({ id }) => id)).toEqual([first.id, second.id]);
      expect(await desk.getTicket(first.id)).toMatchObject({ queueId: 'default' });
    });

    it('that is removed releases a ticket that a person transferred there', async () => {
      const unused = { id: 'unused', takes: { languages: ['zxx'] }, needs: ['nobody'] };
      await desk.putSettings({ queues: [unused, { id: 'default' }] });
      const { id } = await desk.createTicket();
      const service = await desk.service();
      await service.ok('transferTicket', 200, { params: { ticketID: id }, json: { queueId: 'unused' } });
      const agent = await desk.onlineAgent();
      expect(await agent.ok('listTickets', 200)).toEqual([]);
      await desk.putSettings({ queues: [{ id: 'rest' }] });
      expect(await desk.getTicket(id)).toMatchObject({ queueId: 'rest', agentId: agent.id });
      await desk.putSettings({ queues: [{ id: 'rest', takes: { languages: ['tha'] } }, { id: 'default' }] });
      expect(await desk.getTicket(id)).toMatchObject({ queueId: 'default' });
    });
  });
