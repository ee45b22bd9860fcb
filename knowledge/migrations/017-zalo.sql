-- What speaks for a Zalo Official Account, a row an app. `pair` holds both tokens, sealed. A refresh token counts once: `version` says which pair
-- this is, and what follows it is kept only while it is still the one that was refreshed. `again_at`: when a refresh may be tried (again);
-- `consent_since`: a refresh was refused, and after the third time only a person's consent helps.
create table zalo_tokens (
  app text primary key,
  account text not null,
  version integer not null,
  pair text not null,
  obtained_at timestamptz not null,
  expires_at timestamptz not null,
  lease_owner text,
  lease_until timestamptz,
  again_at timestamptz,
  refusals integer not null default 0,
  consent_since timestamptz
);

-- A consent on its way, known by the token of its state; the verifier is sealed. Gone with its use.
create table zalo_consents (
  state text primary key,
  verifier text not null,
  until timestamptz not null
);

-- How each person stands to the account. `last_at`: when they last did something that lets us write to them, null when the platform says that it is
-- too long ago; `stopped`: the code with which it refused messages to them.
create table zalo_people (
  conversation_id uuid primary key references conversations (id) on delete cascade,
  by_app text,
  last_at timestamptz,
  follows boolean,
  stopped integer
);
create index zalo_people_by_app on zalo_people (by_app);
create index zalo_people_last_at on zalo_people (last_at);

-- Messages that were ours, for as long as their echo may come.
create table zalo_sent (
  message_id text primary key,
  at timestamptz not null default now()
);
create index zalo_sent_at on zalo_sent (at);

-- Where staff talk to a citizen themselves: the assistant is silent there until then. `message_id`: by which message they took over last;
-- `ended_at`: when the citizen asked for the assistant.
create table staff_holds (
  conversation_id uuid primary key references conversations (id) on delete cascade,
  until timestamptz not null,
  message_id text,
  ended_at timestamptz
);

-- What somebody must see to before a channel works again. `why` is a word or a code of ours.
create table channel_alerts (
  channel text not null,
  why text not null,
  since timestamptz not null default now(),
  last_at timestamptz not null default now(),
  times integer not null default 1,
  primary key (channel, why)
);
