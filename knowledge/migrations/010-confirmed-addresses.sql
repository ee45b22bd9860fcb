-- An address is sent nothing but its code before `confirmed_at`. `leave` ends it from the message itself. `address` is one token for one address,
-- whoever named it. What was followed before addresses were confirmed goes on: each message says how to end it.
alter table notice_addresses
  add column confirmed_at timestamptz,
  add column leave uuid not null default gen_random_uuid(),
  add column address text;
update notice_addresses set confirmed_at = now();
create unique index notice_addresses_leave on notice_addresses (leave);
create index notice_addresses_address on notice_addresses (address);

-- The code that an address waits for, sealed with a key that is not in the database.
create table address_codes (
  conversation_id uuid primary key references notice_addresses (conversation_id) on delete cascade,
  sealed text not null,
  expires_at timestamptz not null,
  wrong integer not null default 0,
  tried_by text
);

-- Codes sent lately. Who and where are tokens; a row is gone after a day.
create table codes_sent (
  channel text not null,
  message text not null,
  person text not null,
  address text not null,
  network text,
  at timestamptz not null default now(),
  primary key (channel, message)
);
create index codes_sent_person on codes_sent (person, at);
create index codes_sent_address on codes_sent (address, at);
create index codes_sent_network on codes_sent (network, at);

-- Addresses whose receiver wanted no more: for a day no code goes there.
create table left_addresses (
  address text primary key,
  at timestamptz not null default now()
);

-- What did not arrive, for staff: an address that was ended, a message that was given up. `about` is what the message was about, never to whom it went.
create table undelivered (
  id bigint generated always as identity primary key,
  channel text not null,
  kind text not null check (kind in ('address-ended', 'given-up')),
  reason text not null,
  about text,
  attempts integer not null default 0,
  at timestamptz not null default now()
);
create index undelivered_at on undelivered (at);

alter table outbox add column failing_since timestamptz;
