import { basePath } from '../route/access.ts';
import { defineRoutes } from '../route/define-routes.ts';
import { roomID } from '../route/parameters.ts';
import { QueuePlace } from './queue-place.ts';

/** Customers’ places in queues. */
export const queueRoutes = defineRoutes({
  getQueuePlace: {
    method: 'GET',
    path: `${basePath}/v1/rooms/{roomID}/queue`,
    tag: 'room',
    summary: 'Get a customer’s place in the queue',
    description: 'A customer can get the place of the room that its token names.',
    access: ['customer', 'supervisor', 'admin', 'service'],
    params: { roomID },
    responses: { 200: QueuePlace },
    errors: ['room_not_found'],
  },
});
