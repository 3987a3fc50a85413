import { DurableObject } from 'cloudflare:workers';
import type { Bindings, WorkspacesMethods } from './bindings.ts';

/** Lists the workspaces that were ever written to, for the cron. There is one object, `all`. */
export class Workspaces extends DurableObject<Bindings> implements WorkspacesMethods {
  async remember(workspace: string): Promise<void> {
    await this.ctx.storage.put(workspace, true);
  }

  async names(): Promise<string[]> {
    return [...(await this.ctx.storage.list()).keys()];
  }
}
