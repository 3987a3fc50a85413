import { type ControlFrame, customerFrames, customerResponses, type Visibility } from '@chat-ticket/contract';
import type { Principal } from '../principal/principal.ts';

/** The part of a value that the table shows. The value itself is not changed. */
export function visibleFields(value: unknown, shown: Visibility): unknown {
  if (typeof shown === 'string' || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => visibleFields(item, shown));
  const fields = Object.entries(value).flatMap(([name, field]) => {
    const visibility = Object.hasOwn(shown, name) ? shown[name] : undefined;
    const isHidden =
      visibility === undefined || (visibility === 'ofCustomer' && Reflect.get(value, 'role') !== 'customer');
    return isHidden ? [] : [[name, visibleFields(field, visibility)]];
  });
  return Object.fromEntries(fields);
}

const responses: Readonly<Record<string, Visibility>> = customerResponses;

/** What the principal gets of the response of a route. A customer gets nothing of a route that is not in the table. */
export const visibleResponse = (principal: Principal, route: string | undefined, body: unknown): unknown =>
  principal.role === 'customer' ? visibleFields(body, responses[route ?? ''] ?? {}) : body;

/** What the principal gets of a frame that is not an event. */
export const visibleFrame = (principal: Principal, frame: ControlFrame): ControlFrame =>
  principal.role === 'customer'
    ? (visibleFields(frame, { type: 'all', data: customerFrames[frame.type] }) as ControlFrame)
    : frame;
