-- What a name is: how people say the procedure, what brings them, what they call its result; and when staff added it.
alter table everyday_names add column kind text not null default 'says' check (kind in ('says', 'event', 'result'));
alter table everyday_names add column added_at timestamptz not null default now();

-- The kinds of the shipped names are seeded at the next start.
update library_state set starter_digest = '';
