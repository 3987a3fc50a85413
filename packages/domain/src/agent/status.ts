/** A status an agent can take. Only a `routable` one lets new tickets come. */
export type AgentStatus = { readonly id: string; readonly alias: string; readonly routable: boolean };

export const defaultStatuses: readonly AgentStatus[] = [
  { id: 'online', alias: 'online', routable: true },
  { id: 'busy', alias: 'busy', routable: false },
  { id: 'break', alias: 'break', routable: false },
  { id: 'away', alias: 'away', routable: false },
  { id: 'offline', alias: 'offline', routable: false },
];

export const defaultCapacity = 3;
