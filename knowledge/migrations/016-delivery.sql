-- A reply of several parts: how many have arrived. `put_off`: tried, and told to come later, which is no failure but keeps its place in the order.
alter table outbox add column done integer not null default 0;
alter table outbox add column put_off boolean not null default false;
drop index outbox_due;
create index outbox_due on outbox (channel, due_at);

-- When a platform may be called next: as a whole (person '') and for one person. Unlogged: it is worth nothing after a crash, and costs no disk.
create unlogged table pace (
  channel text not null,
  person text not null,
  free_at timestamptz not null,
  primary key (channel, person)
);
create index pace_free on pace (free_at);

-- The generic cell rate algorithm for a batch of calls of one channel, under the lock of the channel's row. Milliseconds throughout: `gap` from one
-- call to the next, `slack` by how much a call may come before its place after a rest, `longest` how far ahead a place is given. The answer, in
-- the order of the people ('' for nobody): whether the call has its place, and how long to wait for it, or until it is worth asking again.
create or replace function take_turns(of_channel text, people text[], gap float8, slack float8, own_gap float8, own_slack float8, longest float8)
returns table (place integer, granted boolean, wait float8)
language plpgsql as $$
declare
  ms constant interval := interval '1 millisecond';
  right_now timestamptz;
  line timestamptz;
  own timestamptz;
  slot timestamptz;
begin
  insert into pace values (of_channel, '', '-infinity') on conflict do nothing;
  select free_at into line from pace where channel = of_channel and person = '' for update;
  right_now := clock_timestamp();
  line := greatest(line, right_now - slack * ms);
  for place in 1 .. cardinality(people) loop
    slot := greatest(line, right_now);
    own := null;
    if people[place] <> '' then
      select free_at into own from pace where channel = of_channel and person = people[place];
    end if;
    if slot > right_now + longest * ms then
      granted := false;
      wait := extract(epoch from slot - right_now) * 1000;
    elsif own > slot then
      granted := false;
      wait := extract(epoch from own - right_now) * 1000;
    else
      granted := true;
      wait := extract(epoch from slot - right_now) * 1000;
      line := line + gap * ms;
      if people[place] <> '' then
        insert into pace values (of_channel, people[place], greatest(own, slot - own_slack * ms) + own_gap * ms)
        on conflict on constraint pace_pkey do update set free_at = excluded.free_at;
      end if;
    end if;
    return next;
  end loop;
  update pace set free_at = line where channel = of_channel and person = '';
end $$;
