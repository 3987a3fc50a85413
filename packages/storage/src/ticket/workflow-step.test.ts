import { expect, it } from 'vitest';
import { deskOn } from '../../test/desk.ts';
import { freshDatabase } from '../../test/fresh-database.ts';

it('ends a workflow only of a ticket that is in one, not of a chat that an agent has', async () => {
  const desk = deskOn(await freshDatabase());
  await desk.online('ann');
  const { id } = await desk.takeIn();
  const { isDone, ticket } = await desk.workflow(id, 'WORKFLOW_DONE');
  expect(isDone).toBe(false);
  expect(ticket).toMatchObject({ status: 'ASSIGNED', agentId: 'ann' });
});
