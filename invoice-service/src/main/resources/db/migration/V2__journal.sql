-- The application adds entries and never changes or deletes one.
create table journal_entry (
  tenant         uuid        not null references tenant,
  case_id        uuid        not null,
  number         int         not null check (number > 0),
  kind           text        not null,
  at             timestamptz not null,
  actor          text        not null,
  payload_digest bytea       not null check (length(payload_digest) = 32),
  previous       bytea       not null check (length(previous) = 32),
  hash           bytea       not null check (length(hash) = 32),
  primary key (tenant, case_id, number)
);

-- Apart from the entry, so that deletion at the end of retention leaves the chain whole.
create table journal_payload (
  tenant  uuid  not null,
  case_id uuid  not null,
  number  int   not null,
  salt    bytea not null check (length(salt) = 16),
  payload text  not null,
  primary key (tenant, case_id, number),
  foreign key (tenant, case_id, number) references journal_entry
);

-- Two transactions that write to one case's chain wait for each other, else both would take the same number and one be
-- refused. They wait at the case's row, where those who decide about the case wait too: with a lock beside it, one who
-- decides and then writes and one who writes and then decides would each hold what the other needs.
create function wait_for_case(of_tenant uuid, of_case uuid) returns void
  language plpgsql volatile as $$
begin
  perform from invoice_case where tenant = of_tenant and id = of_case for no key update;
  if not found then
    perform pg_advisory_xact_lock(hashtextextended(of_case::text, 0));
  end if;
end $$;

-- The end of a case's chain. Volatile, so that it sees what the other has written meanwhile.
create function last_journal_entry(of_tenant uuid, of_case uuid) returns table (number int, hash bytea)
  language plpgsql volatile as $$
begin
  perform wait_for_case(of_tenant, of_case);
  return query select e.number, e.hash from journal_entry e
    where e.tenant = of_tenant and e.case_id = of_case order by e.number desc limit 1;
end $$;

call separate_tenants('journal_entry');
call separate_tenants('journal_payload');
grant select, insert on journal_entry, journal_payload to "${application_role}";
