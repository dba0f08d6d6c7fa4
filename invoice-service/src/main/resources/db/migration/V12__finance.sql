-- What a case may cost the town at most (its latest order), and how much of it lives in payments. Kept by the owner's
-- triggers alone, so that no program can pay more than was ordered, or twice.
create table payable (
  tenant        uuid   not null,
  case_id       uuid   not null,
  ordered_cents bigint not null check (ordered_cents >= 0),
  live_cents    bigint not null default 0,
  primary key (tenant, case_id),
  constraint never_more_than_ordered check (live_cents between 0 and ordered_cents),
  foreign key (tenant, case_id) references invoice_case
);

-- One hand-over a case and round. A payment that was refused or returned lives no longer and frees its amount.
create table payment (
  tenant         uuid        not null,
  case_id        uuid        not null,
  round          int         not null,
  -- The finance system knows the order by it, however often it is told.
  key            text        collate "C" not null,
  receipt_number text        not null,
  -- What is transferred; nothing where no_transfer says why.
  cents          bigint      not null check (cents >= 0),
  -- BT-115; less than nothing on a credit note.
  payable_cents  bigint      not null,
  currency       text        not null,
  iban           text,
  no_transfer    text,
  -- The invoice as it was ordered.
  document       text        collate "C" not null,
  state          text        not null check (state in ('ORDERED', 'ACCEPTED', 'POSTED', 'PAID', 'REFUSED', 'RETURNED')),
  order_id       text,
  reference      text,
  changed_at     timestamptz not null,
  primary key (tenant, case_id, round),
  unique (tenant, key),
  constraint transfer_or_none check ((cents = 0) = (no_transfer is not null) and (cents = 0 or iban is not null)),
  foreign key (tenant, case_id) references payable,
  foreign key (tenant, case_id, round) references payment_order,
  foreign key (tenant, document) references original
);
-- The finance system is never given a second order while it may still pay the first, also where nothing is transferred.
create unique index one_live_payment on payment (tenant, case_id) where state not in ('REFUSED', 'RETURNED');
create index payment_waits on payment (tenant, changed_at) where state = 'ORDERED';

-- How far the feedback of the finance system is known.
create table feedback_cursor (
  tenant  uuid not null references tenant,
  cursor  text not null,
  primary key (tenant)
);

-- Feedback that could be neither understood nor applied: kept for a person, so that it does not stop what comes after it.
create table feedback_set_aside (
  tenant       uuid        not null references tenant,
  id           uuid        not null,
  -- Where it stood in the feed: the same feedback is set aside once.
  cursor       text        collate "C" not null,
  key          text        collate "C" not null,
  status       text        not null,
  cause        text        not null check (cause in ('NOT_UNDERSTOOD', 'CANNOT_HAPPEN', 'OTHER_ROUND', 'FAILED')),
  reason       text        not null,
  content      text        not null,
  set_aside_at timestamptz not null,
  settled_by   text,
  settled_account uuid,
  settled_at   timestamptz,
  primary key (tenant, id),
  unique (tenant, cursor),
  foreign key (tenant, settled_account) references account,
  constraint settled_by_somebody check ((settled_by is null) = (settled_at is null))
);

create function payment_lives(state text) returns boolean language sql immutable as $$
  select state not in ('REFUSED', 'RETURNED')
$$;

create function keep_payable() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  -- What lives no longer stays so, and what was paid can only come back: else an amount could be freed twice.
  if tg_op = 'UPDATE' and old.state <> new.state
      and (not payment_lives(old.state) or (old.state = 'PAID' and new.state <> 'RETURNED') or new.state = 'ORDERED') then
    raise check_violation using
      message = format('a payment does not become %s after %s', new.state, old.state),
      table = 'payment', constraint = 'payment_moves_on';
  end if;
  update payable set live_cents = live_cents
      + case when tg_op <> 'DELETE' and payment_lives(new.state) then new.cents else 0 end
      - case when tg_op = 'UPDATE' and payment_lives(old.state) then old.cents else 0 end
    where (tenant, case_id) = (new.tenant, new.case_id);
  return new;
end $$;
revoke execute on function keep_payable() from public;

create function set_payable() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into payable (tenant, case_id, ordered_cents) values (new.tenant, new.case_id, coalesce(new.transfer_cents, 0))
    on conflict (tenant, case_id) do update set ordered_cents = excluded.ordered_cents;
  return new;
end $$;
revoke execute on function set_payable() from public;
create trigger order_sets_payable after insert on payment_order for each row execute function set_payable();
create trigger payment_keeps_payable after insert or update on payment for each row execute function keep_payable();

call separate_tenants('payable');
call separate_tenants('payment');
call separate_tenants('feedback_cursor');
grant select on payable to "${application_role}";
grant select, insert on payment to "${application_role}";
grant update (state, order_id, reference, changed_at) on payment to "${application_role}";
call separate_tenants('feedback_set_aside');
grant select, insert on feedback_set_aside to "${application_role}";
grant update (settled_by, settled_account, settled_at) on feedback_set_aside to "${application_role}";
grant select, insert, update on feedback_cursor to "${application_role}";
