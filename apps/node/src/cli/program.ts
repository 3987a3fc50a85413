import {
  agentFilters,
  agentGroups,
  Identifier,
  rangeQuery,
  Role,
  reportFilters,
  ticketFilters,
  ticketGroups,
  ticketOrders,
  TokenClaims,
} from '@chat-ticket/contract';
import { Command, Option } from 'commander';
import manifest from '../../package.json' with { type: 'json' };
import { backup, restore } from './backup.ts';
import { exportTickets } from './export-tickets.ts';
import { listAgents } from './list-agents.ts';
import { importAgents } from './import-agents.ts';
import { migrate } from './migrate.ts';
import { count, deskUrl, parsedBy, rows, seconds, speed, time, version } from './option.ts';
import { replay } from './replay.ts';
import { reportAgents, reportTickets } from './report.ts';
import { searchTickets } from './search-tickets.ts';
import { serve } from './serve.ts';
import { getSettings, putSettings } from './settings.ts';
import { printDiff, printVersions, revertSettings } from './settings-versions.ts';
import { engines, simulate } from './simulate.ts';
import { token } from './token.ts';
import { why } from './why.ts';

const { sub, workspace, email, name, room } = TokenClaims.entries;

const workspaceOption = () =>
  new Option('--workspace <name>', 'the workspace of the desk')
    .argParser(parsedBy(workspace))
    .default('default');

/** The command line. It prints an error as one line and throws `CommanderError`. */
export function createProgram(): Command {
  const program = new Command('chat-ticket')
    .description(
      'Turns customer chats into tickets and routes them to agents. Environment variables configure it: see docs/operating.md in the package or the repository.',
    )
    .version(manifest.version)
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(`${text.trim().replaceAll('\n', ' ')}\n`) });

  program.command('serve').description('run the desk; the default without a CLI command').action(serve);

  program
    .command('migrate')
    .description(
      'migrate the database of a workspace to this version; create an embedded one if it is missing',
    )
    .addOption(workspaceOption())
    .action(migrate);

  program
    .command('backup')
    .description('copy the embedded database of a workspace to a file; the desk can serve meanwhile')
    .argument('<file>', 'the file to create')
    .addOption(workspaceOption())
    .action(backup);

  program
    .command('restore')
    .description('check a backup and replace the embedded database of a workspace by it; stop the desk first')
    .argument('<file>', 'a file that `backup` has created')
    .addOption(workspaceOption())
    .action(restore);

  program
    .command('token')
    .description('print a bearer token that the desk accepts')
    .addOption(
      new Option('--role <role>', 'the role of the principal').choices(Role.options).makeOptionMandatory(),
    )
    .requiredOption('--sub <id>', 'the id of the principal; for an agent, the agent id', parsedBy(sub))
    .addOption(workspaceOption())
    .option('--email <email>', 'the email of the principal', parsedBy(email))
    .option('--name <name>', 'the name of the principal', parsedBy(name))
    .option('--room <id>', 'the only room that a customer’s token opens', parsedBy(room))
    .option('--expires <seconds>', 'how long the token is valid', parsedBy(seconds), 3600)
    .action(token);

  const agents = program.command('agents').description('manage agent records');
  agents
    .command('list')
    .description('list agents by name')
    .argument('[text]', 'the beginning of a name, of a word of it, of an email or of an id')
    .option('--status <status>', 'only agents with this status', parsedBy(agentFilters.status))
    .option('--connected', 'only agents that are connected')
    .option('--skill <skill>', 'only agents with this skill', parsedBy(agentFilters.skill))
    .option('--queue <id>', 'only agents who serve this queue', parsedBy(agentFilters.queueId))
    .option('--archived', 'only archived agents')
    .option('--limit <count>', 'how many agents to list at most', parsedBy(count), 500)
    .option('--json', 'print a JSON array')
    .addOption(workspaceOption())
    .action(listAgents);
  agents
    .command('import')
    .description('create or replace agents from a CSV file: id,email,name,capacity,skills')
    .argument('<file>', 'a UTF-8 file with a header row; skills are separated by ;')
    .addOption(workspaceOption())
    .action(importAgents);

  program
    .command('tickets')
    .description('find tickets')
    .command('search')
    .description('find the tickets that pass all filters')
    .option('--status <status>', 'only tickets with this status', parsedBy(ticketFilters.status))
    .option('--open', 'only tickets that are not closed')
    .option('--closed', 'only closed tickets')
    .option('--queue <id>', 'only tickets of this queue', parsedBy(ticketFilters.queueId))
    .option('--agent <id>', 'only tickets that this agent has or has picked', parsedBy(ticketFilters.agentId))
    .option('--customer <id>', 'only tickets of this customer', parsedBy(ticketFilters.customerId))
    .option('--order-id <id>', 'only tickets about this order', parsedBy(ticketFilters.orderId))
    .option('--entity <id>', 'only tickets of this entity', parsedBy(ticketFilters.entityId))
    .option('--ccr <reason>', 'only tickets with this contact reason', parsedBy(ticketFilters.ccr))
    .option('--language <tag>', 'only tickets in this language', parsedBy(ticketFilters.language))
    .option('--waiting-customer', 'only tickets whose customer waits for a reply')
    .option('--created-from <time>', 'only tickets created at this time or later', parsedBy(time))
    .option('--created-to <time>', 'only tickets created before this time', parsedBy(time))
    .option('--closed-from <time>', 'only tickets closed at this time or later', parsedBy(time))
    .option('--closed-to <time>', 'only tickets closed before this time', parsedBy(time))
    .addOption(
      new Option('--order <order>', 'the order of the tickets').choices(ticketOrders).default('newest'),
    )
    .option('--limit <count>', 'how many tickets to list at most', parsedBy(count), 100)
    .option('--json', 'print a JSON array')
    .addOption(workspaceOption())
    .action(searchTickets);

  program
    .command('why')
    .description('explain why a ticket waits, or why its agent has it')
    .argument('<ticket>', 'the ticket id', parsedBy(Identifier))
    .addOption(workspaceOption())
    .action(why);

  const report = program.command('report').description('report what happened at the desk');
  const reportCommand = (kind: string, description: string, groups: readonly string[]) =>
    report
      .command(kind)
      .description(description)
      .option('--from <time>', 'from when; a day before --to by default', parsedBy(rangeQuery.from))
      .option('--to <time>', 'until when, exclusive; now by default', parsedBy(rangeQuery.to))
      .option('--time-zone <zone>', 'the zone of local times', parsedBy(rangeQuery.timeZone), 'UTC')
      .addOption(new Option('--group-by <what>', 'what a group has in common').choices(groups))
      .option('--agent-id <id>', 'only this agent', parsedBy(reportFilters.agentId))
      .option('--json', 'print the report as JSON')
      .addOption(workspaceOption());
  reportCommand('tickets', 'report what happened to tickets', ticketGroups)
    .option('--queue-id <id>', 'only this queue', parsedBy(reportFilters.queueId))
    .option('--ccr <reason>', 'only this contact reason', parsedBy(reportFilters.ccr))
    .option('--language <code>', 'only this language', parsedBy(reportFilters.language))
    .option('--entity-id <id>', 'only this entity', parsedBy(reportFilters.entityId))
    .action(reportTickets);
  reportCommand('agents', 'report how agents spent their time', agentGroups).action(reportAgents);

  program
    .command('export')
    .description('write what is known of tickets to a file')
    .command('tickets')
    .description('write a row for each ticket with all its times: CSV or JSON Lines, by the name of the file')
    .argument('<file>', 'the file to create: *.csv or *.jsonl')
    .option('--from <time>', 'only tickets that were created from then on', parsedBy(rangeQuery.from))
    .option('--to <time>', 'only tickets that were created before then', parsedBy(rangeQuery.to))
    .option('--time-zone <zone>', 'the zone of --from and --to', parsedBy(rangeQuery.timeZone), 'UTC')
    .addOption(workspaceOption())
    .action(exportTickets);

  const settings = program
    .command('settings')
    .description('read, replace and compare the workspace’s settings');
  settings
    .command('get')
    .description('print the settings as JSON')
    .addOption(workspaceOption())
    .action(getSettings);
  settings
    .command('put')
    .description('replace the settings with those of a JSON file')
    .argument('<file>', 'a JSON file; settings that it omits get their defaults')
    .option('--if-version <number>', 'replace them only if they are at this version', parsedBy(version))
    .addOption(workspaceOption())
    .action(putSettings);
  settings
    .command('versions')
    .description('list the stored versions: when each was saved, who saved it, and which settings changed')
    .option('--limit <number>', 'list at most this many, the newest first', parsedBy(rows), 20)
    .addOption(workspaceOption())
    .action(printVersions);
  settings
    .command('diff')
    .description('print how two settings differ')
    .argument('<from>', 'a version number, `current`, or a JSON file')
    .argument('[to]', 'the same; the default is `current`', 'current')
    .addOption(workspaceOption())
    .action(printDiff);
  settings
    .command('revert')
    .description('save the settings of an earlier version as a new version')
    .argument('<version>', 'the number of the version', parsedBy(version))
    .addOption(workspaceOption())
    .action(revertSettings);

  program
    .command('replay')
    .description('play recorded chats against a running desk, as its backend, customers and agents')
    .argument('<file>', 'a JSON file of conversations in the format of the ABCD data set')
    .option('--url <url>', 'the URL of the desk (default: HOST and PORT)', parsedBy(deskUrl))
    .option(
      '--speed <times>',
      'how many times as fast as people write, or `max` for no pauses',
      parsedBy(speed),
      10,
    )
    .option('--plain', 'pick every offer: decline, miss and transfer none')
    .option(
      '--patience <seconds>',
      'how long an offer stays unpicked until the replay picks it',
      parsedBy(seconds),
      75,
    )
    .addOption(workspaceOption())
    .action(replay);

  program
    .command('simulate')
    .description('simulate a day of a desk and print how long its customers wait')
    .argument('<file>', 'a scenario in JSON, see docs/simulate.md')
    .option(
      '--settings <file>',
      'replace the settings of the scenario; give it twice to compare two settings',
      (file: string, others: string[] = []) => [...others, file],
    )
    .option('--json', 'print all figures as JSON')
    .addOption(
      new Option('--engine <engine>', 'rule: the routing rules alone; sql: the real desk with a database')
        .choices(Object.keys(engines))
        .default('rule'),
    )
    .action(simulate);

  return program;
}
