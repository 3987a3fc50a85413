import type { ListName } from '@chat-ticket/contract';
import type { Desk } from '../../open-desk.ts';
import type { CallOptions, TestClient } from '../../test-client.ts';
import { messagesOfTest } from './messages-of-test.ts';

/** A list that only this test changes. */
export type PreparedList = {
  /** A principal that may read the list. */
  readonly client: TestClient;
  /** The parameters that restrict the list to the items of the test. */
  readonly options: CallOptions;
  /** Adds an item and returns its id. Items sort in no particular order. */
  readonly add: () => Promise<string>;
};

async function agentsOfTest(desk: Desk): Promise<PreparedList> {
  const client = await desk.service();
  const mark = `list-${crypto.randomUUID().slice(0, 8)}`;
  return {
    client,
    options: { query: { text: mark } },
    add: async () => {
      const agentID = crypto.randomUUID();
      const json = { email: `${mark}-${agentID}@desk.example`, name: agentID.slice(0, 4) };
      await client.ok('putAgent', 200, { params: { agentID }, json });
      return agentID;
    },
  };
}

async function ticketsOfTest(desk: Desk): Promise<PreparedList> {
  const customer = desk.newCustomer();
  return {
    client: await desk.service(),
    options: { query: { customerId: customer.id } },
    add: async () => {
      const { id } = await desk.createTicket({ customer, metadata: { orderId: crypto.randomUUID() } });
      return id;
    },
  };
}

async function ticketRowsOfTest(desk: Desk): Promise<PreparedList> {
  const client = await desk.service();
  const ccr = `list ${crypto.randomUUID().slice(0, 8)}`;
  const options = { query: { ccr, figure: 'created' } };
  return {
    client,
    options,
    add: async () => {
      const { id } = await desk.createTicket({ metadata: { ccr } });
      const { rows } = await client.ok('listTicketReportRows', 200, {
        query: { ...options.query, limit: 100 },
      });
      return rows.find(({ ticketId }) => ticketId === id)!.id;
    },
  };
}

async function agentRowsOfTest(desk: Desk): Promise<PreparedList> {
  const client = await desk.service();
  const agent = await desk.newAgent();
  const options = { query: { agentId: agent.id } };
  let added = 0;
  return {
    client,
    options,
    add: async () => {
      // A status that lasts 0 ms leaves no row.
      await new Promise((resolve) => setTimeout(resolve, 2));
      if (added++ % 2 === 0) await agent.ok('setOnline', 200);
      else await agent.ok('setStatus', 200, { json: { status: 'busy' } });
      const { rows } = await client.ok('listAgentReportRows', 200, {
        query: { ...options.query, limit: 100 },
      });
      return rows.at(-1)!.id;
    },
  };
}

async function ticketsOfCustomer(desk: Desk): Promise<PreparedList> {
  const { options, ...list } = await ticketsOfTest(desk);
  return { ...list, options: { params: { customerID: String(options.query!['customerId']) } } };
}

/** Prepares each list. A new list route needs an entry. */
export const listPreparations: Readonly<Record<ListName, (desk: Desk) => Promise<PreparedList>>> = {
  listAgents: agentsOfTest,
  listCustomerTickets: ticketsOfCustomer,
  searchMessages: messagesOfTest,
  searchTickets: ticketsOfTest,
  listTicketReportRows: ticketRowsOfTest,
  listAgentReportRows: agentRowsOfTest,
};
