import { expect, it } from 'vitest';
import { openDesk } from '../../test/open-desk.ts';
import { freshDatabase } from '../../test/fresh-database.ts';

it('refuses WORKFLOW_DONE for a ticket that is not in a workflow', async () => {
  const desk = openDesk(await freshDatabase());
  await desk.online('ann');
  const { id } = await desk.createTicket();
  const { outcome, ticket } = await desk.setTicketStatus(id, 'WORKFLOW_DONE');
  expect(outcome).toBe('unchanged');
  expect(ticket).toMatchObject({ status: 'ASSIGNED', agentId: 'ann' });
});
