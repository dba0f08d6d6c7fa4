create table office (
  tenant          uuid    not null references tenant,
  id              uuid    not null,
  key             text    not null,
  name            text    not null,
  takes_unclaimed boolean not null,
  primary key (tenant, id),
  unique (tenant, key)
);

-- A routing id (BT-10) belongs to one office.
create table office_routing_id (
  tenant     uuid not null,
  routing_id text not null,
  office     uuid not null,
  primary key (tenant, routing_id),
  foreign key (tenant, office) references office
);

create table account (
  tenant   uuid    not null references tenant,
  id       uuid    not null,
  login    text    not null check (login = lower(login)),
  name     text    not null,
  password text    not null check (password like '{argon2}%'),
  roles    text[]  not null,
  office   uuid,
  active   boolean not null,
  primary key (tenant, id),
  unique (tenant, login),
  foreign key (tenant, office) references office
);

-- Failed logins, by login and network, by network and by login; they leak away, so the level is a fraction.
create table login_failure (
  tenant  uuid             not null references tenant,
  source  text             not null,
  level   double precision not null,
  last_at timestamptz      not null,
  primary key (tenant, source)
);

-- Where a login has succeeded of late: there strangers elsewhere cannot slow it down.
create table login_network (
  tenant  uuid        not null references tenant,
  login   text        not null,
  network text        not null,
  last_at timestamptz not null,
  primary key (tenant, login, network)
);

call separate_tenants('office');
call separate_tenants('office_routing_id');
call separate_tenants('account');
call separate_tenants('login_failure');
call separate_tenants('login_network');
grant select, insert, update on office, account to "${application_role}";
grant select, insert, update, delete on office_routing_id, login_failure, login_network to "${application_role}";
