import { putAgents } from '@chat-ticket/storage';
import { parseAgentsCsv, type CsvProblem } from './parse-agents-csv.ts';
import { parseConfig } from '../config/parse-config.ts';
import { withWorkspace } from '../database/with-workspace.ts';
import { readText } from './read-text.ts';

export async function importAgents(file: string, { workspace }: { workspace: string }): Promise<void> {
  const config = parseConfig(process.env);
  const { rows, problems } = parseAgentsCsv(readText(file));
  refuseIfAny(file, problems);

  const result = await withWorkspace(
    config,
    workspace,
    (send) =>
      send(putAgents, {
        changeId: crypto.randomUUID(),
        now: Date.now(),
        actorRole: 'admin',
        actorId: 'cli',
        agents: rows.map(({ record }) => record),
      }),
    { mayCreate: true },
  );
  if (result.outcome === 'done') {
    console.log(`Imported ${rows.length} ${rows.length === 1 ? 'agent' : 'agents'}, ${result.created} new.`);
    return;
  }
  refuseIfAny(
    file,
    result.taken.map(({ index, column, agentId }) => ({
      line: rows[index]!.line,
      column,
      message: `the agent ${agentId} already has ${rows[index]!.record[column]}`,
    })),
  );
}

function refuseIfAny(file: string, problems: readonly CsvProblem[]): void {
  if (problems.length === 0) return;
  const lines = problems
    .toSorted((a, b) => a.line - b.line)
    .map(({ line, column, message }) => `${file} line ${line}${column ? `, ${column}` : ''}: ${message}`);
  throw new Error([...lines, 'Nothing was imported.'].join('\n'));
}
