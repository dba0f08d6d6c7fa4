-- Who may certify or order, given by whom, by which document, up to which amount, for which office, and when. A power is
-- never changed, since decisions refer to it: another limit is another power, and the former is withdrawn.
create table power (
  tenant      uuid not null references tenant,
  id          uuid not null,
  account     uuid not null,
  kind        text not null check (kind in ('CERTIFY', 'ORDER')),
  grantor     text not null,
  document    text not null,
  -- In cents; none is no limit.
  limit_cents bigint check (limit_cents > 0),
  -- None is every office of the town.
  office      uuid,
  valid_from  date not null,
  valid_to    date check (valid_to >= valid_from),
  withdrawn_at timestamptz,
  primary key (tenant, id),
  unique (tenant, id, account),
  foreign key (tenant, account) references account,
  foreign key (tenant, office) references office
);

create unique index power_in_force
  on power (tenant, account, kind, document, grantor, limit_cents, office, valid_from, valid_to) nulls not distinct
  where withdrawn_at is null;

-- KomHVO NRW § 31: grounds and sums are certified, once a round, by one person for both or one for each.
create table certification (
  tenant       uuid        not null,
  case_id      uuid        not null,
  round        int         not null check (round > 0),
  subject      text        not null check (subject in ('GROUNDS', 'SUMS')),
  certified_by uuid        not null,
  power        uuid        not null,
  document     text        collate "C" not null,
  certified_at timestamptz not null,
  primary key (tenant, case_id, round, subject),
  unique (tenant, case_id, round, subject, certified_by, document),
  foreign key (tenant, case_id) references invoice_case,
  foreign key (tenant, certified_by) references account,
  constraint own_power foreign key (tenant, power, certified_by) references power (tenant, id, account),
  foreign key (tenant, document) references original
);

-- The order of the budget holder. It repeats who certified and what they saw, so that the database itself can refuse a
-- second signature by the same person, an order without both certifications, and one for another document.
create table payment_order (
  tenant        uuid        not null,
  case_id       uuid        not null,
  round         int         not null check (round > 0),
  ordered_by    uuid        not null,
  grounds       text        not null default 'GROUNDS' check (grounds = 'GROUNDS'),
  grounds_by    uuid        not null,
  sums          text        not null default 'SUMS' check (sums = 'SUMS'),
  sums_by       uuid        not null,
  power         uuid        not null,
  document      text        collate "C" not null,
  -- BT-115 in cents, and what of it is to be transferred: less by deductions; null where no transfer may be made.
  payable_cents  bigint      not null,
  transfer_cents bigint      check (transfer_cents > 0),
  currency      text        not null,
  iban          text,
  no_transfer   text,
  ordered_at    timestamptz not null,
  primary key (tenant, case_id, round),
  constraint four_eyes check (ordered_by <> grounds_by and ordered_by <> sums_by),
  constraint not_more_than_payable check (transfer_cents <= payable_cents),
  constraint transfer_or_reason check ((transfer_cents is null) = (no_transfer is not null) and (transfer_cents is null or iban is not null)),
  foreign key (tenant, case_id) references invoice_case,
  foreign key (tenant, ordered_by) references account,
  constraint own_power foreign key (tenant, power, ordered_by) references power (tenant, id, account),
  constraint grounds_are_certified foreign key (tenant, case_id, round, grounds, grounds_by, document)
    references certification (tenant, case_id, round, subject, certified_by, document),
  constraint sums_are_certified foreign key (tenant, case_id, round, sums, sums_by, document)
    references certification (tenant, case_id, round, subject, certified_by, document)
);

-- Refusals, queries, sendings back and payment holds that are lifted: what was said, by whom, in which round.
create table remark (
  tenant  uuid        not null,
  case_id uuid        not null,
  number  int         not null check (number > 0),
  round   int         not null check (round > 0),
  kind    text        not null check (kind in ('REFUSED', 'QUERIED', 'ANSWERED', 'SENT_BACK', 'HOLD_LIFTED')),
  said_by uuid        not null,
  text    text        not null check (text <> '' and length(text) <= 2000),
  said_at timestamptz not null,
  primary key (tenant, case_id, number),
  foreign key (tenant, case_id) references invoice_case,
  foreign key (tenant, said_by) references account
);

call separate_tenants('power');
call separate_tenants('certification');
call separate_tenants('payment_order');
call separate_tenants('remark');
grant select, insert on power to "${application_role}";
grant update (withdrawn_at) on power to "${application_role}";
grant select, insert on certification, payment_order, remark to "${application_role}";
