-- The read model: one row a case, written in the stage's transaction. It holds nothing that the journal does not know.
create table register_entry (
  tenant         uuid        not null,
  case_id        uuid        not null,
  receipt_number text        collate "C" not null,
  station        text        not null,
  mark           text        not null,
  given_up       text,
  channel        text        not null,
  file_name      text,
  received_at    timestamptz not null,
  outcome        text,
  decision       text,
  errors         int         not null default 0,
  notes          int         not null default 0,
  format         text,
  seller         text,
  invoice_number text,
  type_code      text,
  credit_note    boolean     not null default false,
  number_key     text        collate "C",
  issue_date     date,
  due_date       date,
  -- The cash discounts, the first to end first: until when each holds, and what it is worth.
  discount_days  date[]      not null default '{}',
  discount_cents bigint[]    not null default '{}',
  currency       text,
  payable_cents  bigint,
  routing_id     text        collate "C",
  -- The office that has the case; none as long as nobody has.
  office         uuid,
  certified      boolean     not null default false,
  -- What is lost, in euro cents, if people leave it until tomorrow; and the next day by which a bank has to be told so that
  -- money arrives in time. Both are reckoned anew each day.
  stake_cents    bigint      not null default 0 check (stake_cents >= 0),
  act_by         date        not null default 'infinity',
  words          tsvector    not null default '',
  check (cardinality(discount_days) = cardinality(discount_cents)),
  primary key (tenant, case_id),
  unique (tenant, receipt_number),
  foreign key (tenant, case_id) references invoice_case
);
create index register_by_arrival on register_entry (tenant, received_at desc, receipt_number desc);
-- The inbox and its figures: what is not yet paid, refused or merged, a small part after the first year.
create index register_open on register_entry (tenant, received_at desc, receipt_number desc)
  where mark in ('OPEN', 'ON_HOLD', 'QUERY') and station <> 'PAID';
create index register_to_decide on register_entry (tenant, received_at desc, receipt_number desc)
  where mark = 'ON_HOLD' or mark = 'OPEN' and station = 'ASSIGNED';
create index register_by_stake on register_entry (tenant, stake_cents desc, act_by, receipt_number)
  where mark in ('OPEN', 'ON_HOLD', 'QUERY') and station <> 'PAID';
create index register_to_decide_by_stake on register_entry (tenant, stake_cents desc, act_by, receipt_number)
  where mark = 'ON_HOLD' or mark = 'OPEN' and station = 'ASSIGNED';
create index register_by_mark on register_entry (tenant, mark, received_at desc);
create index register_by_number on register_entry (tenant, number_key);
create index register_by_amount on register_entry (tenant, payable_cents);
create index register_by_issue on register_entry (tenant, issue_date);
create index register_by_routing_id on register_entry (tenant, routing_id, received_at desc);
create index register_by_office on register_entry (tenant, office, received_at desc);
create index register_by_word on register_entry using gin (words);

-- Which accounts have handed a case in: a supplier sees his own.
create table register_submitter (
  tenant  uuid not null,
  account uuid not null,
  case_id uuid not null,
  primary key (tenant, account, case_id),
  foreign key (tenant, case_id) references register_entry,
  foreign key (tenant, account) references account
);

-- Text search is not leakproof and would not reach its index under row security: this function filters by tenant itself.
create function register_with_words(query tsquery) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select case_id from register_entry
  where tenant = current_setting('app.tenant')::uuid and words @@ query
$$;
revoke execute on function register_with_words(tsquery) from public;

call separate_tenants('register_entry');
call separate_tenants('register_submitter');
grant execute on function register_with_words(tsquery) to "${application_role}";
grant select, insert, update on register_entry to "${application_role}";
grant select, insert on register_submitter to "${application_role}";
