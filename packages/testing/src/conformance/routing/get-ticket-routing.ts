import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';
import { nextInstant } from '../../pause.ts';

/**
 * Proves that the desk explains each routing decision: why a ticket waits, why an agent has it, and what rules out every
 * other agent. A ticket is put into each of these states, and its explanation is read.
 */
export const getTicketRouting = (desk: Desk) =>
  describe('getTicketRouting (GET /v1/tickets/{ticketID}/routing)', () => {
    it.each(['supervisor', 'admin', 'service'] as const)(
      'explains to the role %s why a ticket waits',
      async (role) => {
        const full = await desk.onlineAgent({ capacity: 0 });
        const first = await desk.createTicket();
        await nextInstant();
        const second = await desk.createTicket();
        const person = await desk.signIn({ role });
        const explanation = await person.ok('getTicketRouting', 200, { params: { ticketID: second.id } });
        expect(explanation).toMatchObject({
          ticketId: second.id,
          status: 'CREATED',
          queueId: first.queueId,
          queueIsOpen: true,
          strategy: 'least_loaded',
          needs: [],
          tiers: { from: 1, to: 1 },
          stage: 0,
          position: 2,
        });
        expect(explanation).not.toHaveProperty('agentId');
        expect(explanation.agents).toContainEqual({
          agentId: full.id,
          status: 'online',
          load: 0,
          capacity: 0,
          isConnected: true,
          ruledOutBy: ['full'],
        });
        expect(explanation.sentences[0]).toBe(`It waits in the queue ${first.queueId} as number 2.`);
      },
    );

    it('explains why an agent has a ticket, and until when it is offered', async () => {
      const { agent, ticket, params } = await desk.assignedTicket();
      const service = await desk.service();
      const explanation = await service.ok('getTicketRouting', 200, { params });
      expect(explanation).toMatchObject({
        status: 'ASSIGNED',
        agentId: agent.id,
        pickByTimestamp: ticket.pickByTimestamp,
      });
      expect(explanation).not.toHaveProperty('position');
      expect(explanation.sentences.join(' ')).toContain(`offered to ${agent.id}`);
    });

    it('names the skills that an agent lacks, and when the next widen step comes', async () => {
      const queue = {
        id: 'thai',
        takes: { languages: ['tha'] },
        needs: ['language:{language}', 'vip'],
        widen: [{ afterSeconds: 600, drop: ['vip'], tier: 2 }],
      };
      await desk.putSettings({ queues: [queue, { id: 'default' }] });
      const thai = await desk.onlineAgent({ skills: ['language:tha'] });
      const ticket = await desk.createTicket({ metadata: { language: 'tha' } });
      const service = await desk.service();
      const explanation = await service.ok('getTicketRouting', 200, { params: { ticketID: ticket.id } });
      expect(explanation).toMatchObject({
        queueId: 'thai',
        needs: ['language:tha', 'vip'],
        widenTimestamp: ticket.createdTimestamp + 600,
      });
      expect(explanation.agents).toContainEqual(
        expect.objectContaining({
          agentId: thai.id,
          ruledOutBy: ['skills_missing'],
          missingSkills: ['vip'],
        }),
      );
    });

    it('explains only how a closed ticket ended', async () => {
      const { agent, params } = await desk.closedTicket();
      const service = await desk.service();
      const explanation = await service.ok('getTicketRouting', 200, { params });
      expect(explanation).toMatchObject({ status: 'CLOSED', agentId: agent.id, agents: [] });
    });

    it('refuses an unknown ticket', async () => {
      const service = await desk.service();
      for (const ticketID of [crypto.randomUUID(), '__proto__', "'OR'1'='1", '*'])
        await service.refused('getTicketRouting', 'ticket_not_found', { params: { ticketID } });
    });
  });
