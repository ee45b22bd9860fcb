-- What people call a procedure, by national code: shipped with the program, or added by staff.
create table everyday_names (
  code text not null,
  phrase text not null,
  origin text not null check (origin in ('shipped', 'staff')),
  primary key (code, phrase)
);

alter table explanations drop column also_called;
-- The names are seeded at the next start.
update library_state set starter_digest = '';
