import { basePath, supervisorRoles } from '../route/access.ts';
import { defineRoutes } from '../route/define-routes.ts';
import { Board } from './board.ts';

/** The board. */
export const boardRoutes = defineRoutes({
  getBoard: {
    method: 'GET',
    path: `${basePath}/v1/board`,
    tag: 'desk',
    summary: 'Get the board',
    description: 'Returns the current state of all queues and agents.',
    access: supervisorRoles,
    responses: { 200: Board },
  },
});
