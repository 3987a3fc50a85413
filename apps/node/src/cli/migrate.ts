import * as storage from '@chat-ticket/storage';
import { parseConfig } from '../config/parse-config.ts';
import { checkDatabaseUrl, databaseUrl, noDatabaseUrl } from '../database/database-url.ts';
import { namingVariable } from '../database/naming-variable.ts';
import { openDatabase } from '../database/open-database.ts';

export async function migrate({ workspace }: { workspace: string }): Promise<void> {
  const config = parseConfig(process.env);
  checkDatabaseUrl(config);
  const url = databaseUrl(config, workspace);
  if (url === undefined) throw noDatabaseUrl(config, workspace);

  const database = await namingVariable(config, () => openDatabase(config, url));
  try {
    const applied = await storage.migrate(database, Date.now, workspace);
    console.log(
      applied.length === 0
        ? 'The schema is up to date.'
        : applied.map((name) => `applied ${name}`).join('\n'),
    );
  } finally {
    database.close();
  }
}
