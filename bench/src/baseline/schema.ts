/** The desk’s tables, with only the columns and indexes that the measured requests need. The server updates the load. */
export const schema = `
  create table agents (
    id text primary key not null,
    email text not null,
    name text not null,
    status text not null,
    status_since integer not null,
    is_routable integer not null,
    capacity integer not null,
    last_login_at integer,
    lease_until integer not null,
    load integer not null,
    idle_since integer not null
  ) strict;
  create unique index agents_email on agents (lower(email));
  create index agents_routable on agents (load, idle_since, id) where is_routable = 1;

  create table tickets (
    id text primary key not null,
    status text not null,
    priority integer not null,
    rank integer not null,
    entity_id text not null,
    language text,
    ccr text,
    order_id text not null,
    customer_id text not null,
    customer_first_name text,
    customer_last_name text,
    customer_name text,
    content text not null,
    room_id text not null,
    agent_id text,
    assigned_at integer,
    created_at integer not null,
    updated_at integer not null,
    closed_at integer
  ) strict;
  create unique index tickets_room on tickets (room_id);
  create unique index tickets_one_open on tickets (customer_id, entity_id, order_id) where status <> 'CLOSED';
  create index tickets_waiting on tickets (rank, id) where status = 'CREATED';
  create index tickets_held on tickets (agent_id, assigned_at, rank, id) where status = 'ASSIGNED';

  create table events (
    seq integer primary key autoincrement,
    type text not null,
    at integer not null,
    ticket_id text,
    agent_id text,
    actor_role text not null,
    actor_id text not null,
    data text not null
  ) strict;
  create index events_ticket on events (ticket_id, seq);

  create table idempotency_keys (
    scope text not null,
    key text not null,
    body_hash text not null,
    ticket_id text not null,
    created_at integer not null,
    primary key (scope, key)
  ) strict;
`;
