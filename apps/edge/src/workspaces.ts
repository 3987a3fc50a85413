import { DurableObject } from 'cloudflare:workers';
import type { Bindings } from './bindings.ts';

/** The names of the workspaces that have ever been written to, so that the cron finds them. One object. */
export class Workspaces extends DurableObject<Bindings> {
  async remember(workspace: string): Promise<void> {
    await this.ctx.storage.put(workspace, true);
  }

  async names(): Promise<string[]> {
    return [...(await this.ctx.storage.list()).keys()];
  }
}
