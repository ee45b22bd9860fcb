-- What the assistant says unprompted answers no message. `once` is what it is about: said once in a conversation, however often it is tried.
alter table entries alter column inbox_id drop not null;
alter table entries add column once text;
create unique index entries_once on entries (conversation_id, once) where once is not null;

-- What is followed, a row a code however many people follow it. Status and text are what the followers know; text null: not looked at yet.
-- While somebody looks (`lease_owner`), `due_at` is when the lease runs out; `again`: it has changed meanwhile.
create table watched_dossiers (
  code text primary key,
  source text not null,
  status integer,
  status_text text,
  version bigint not null default 0,
  overdue_for date,
  due_at timestamptz not null default now(),
  lease_owner text,
  again boolean not null default false
);
create index watched_dossiers_due on watched_dossiers (source, due_at);

-- `conversation_id` is where it is told, `asked_in` where it was asked for: the same, but for e-mail and SMS.
create table subscriptions (
  code text not null references watched_dossiers (code),
  conversation_id uuid not null references conversations (id) on delete cascade,
  asked_in uuid not null references conversations (id) on delete cascade,
  language text not null check (language in ('vi', 'en')),
  created_at timestamptz not null default now(),
  ended_at timestamptz,
  primary key (code, conversation_id)
);
create index subscriptions_conversation on subscriptions (conversation_id);
create index subscriptions_asked_in on subscriptions (asked_in);
create index subscriptions_ended on subscriptions (ended_at) where ended_at is not null;

-- Where e-mail and SMS go. Sealed with a key that is not in the database; gone with whoever asked.
create table notice_addresses (
  conversation_id uuid primary key references conversations (id) on delete cascade,
  asked_in uuid not null references conversations (id) on delete cascade,
  sealed text not null
);
create index notice_addresses_asked_in on notice_addresses (asked_in);

-- How much a source may still be asked, by all replicas together.
create table watch_sources (
  name text primary key,
  tokens double precision not null,
  filled_at timestamptz not null default now()
);

-- Codes said to have changed: by the register, or by the webhook of a source.
create table watch_nudges (
  id bigint generated always as identity primary key,
  code text not null
);

-- Signed requests taken, so that none is taken twice while its time still counts.
create table webhook_requests (
  source text not null,
  signature text not null,
  at timestamptz not null default now(),
  primary key (source, signature)
);
create index webhook_requests_at on webhook_requests (at);

-- The register tells by itself, whoever writes to it. A row added to a list waits for nobody and blocks no import.
create or replace function nudge_watched() returns trigger language plpgsql as $$
begin
  insert into watch_nudges (code) select fresh.code from fresh join watched_dossiers using (code);
  return null;
end $$;
create trigger dossiers_added after insert on dossiers referencing new table as fresh
  for each statement execute function nudge_watched();
create trigger dossiers_changed after update on dossiers referencing new table as fresh
  for each statement execute function nudge_watched();
