-- Every AS4 message that was taken, as it was signed, and the signed AS4 receipt that answered it.
create table as4_message (
  tenant        uuid        not null,
  id            uuid        not null,
  message_id    text        collate "C" not null,
  -- SHA-256 of the signature's value: the same message again has the same, sent anew it has another.
  signature     text        collate "C" not null,
  access_point  text        not null,
  sender        text        not null,
  receiver      text        not null,
  document_type text        not null,
  process       text        not null,
  instance_id   text        collate "C" not null,
  -- Whom its sender wants told what becomes of it, and when; empty where he does not say.
  mls_to        text        not null,
  mls_type      text        not null,
  -- Whether its instance id is that of an earlier envelope with another content.
  id_reused     boolean     not null,
  -- The SOAP part with all signed headers, and the attachment byte by byte as its digest was signed.
  envelope      text        collate "C" not null,
  payload       text        collate "C" not null,
  case_id       uuid        not null,
  sent_at       timestamptz not null,
  received_at   timestamptz not null,
  stored_at     timestamptz not null,
  receipt       bytea       not null,
  primary key (tenant, id),
  -- The transport duplicate, whichever node is quicker.
  unique (tenant, message_id, signature),
  foreign key (tenant, envelope) references original,
  foreign key (tenant, payload) references original,
  foreign key (tenant, case_id) references invoice_case
);
create index as4_message_of_case on as4_message (tenant, case_id, received_at);

-- The envelopes' own ids, with the hash of what came first under each.
create table business_envelope (
  tenant      uuid not null references tenant,
  instance_id text collate "C" not null,
  content     text collate "C" not null,
  primary key (tenant, instance_id)
);

-- Messages of believed access points for a town that were refused all the same.
create table as4_refusal (
  tenant       uuid        not null,
  id           uuid        not null,
  message_id   text        not null,
  access_point text        not null,
  error        text        not null,
  reason       text        not null,
  envelope     text        collate "C" not null,
  payload      text        collate "C" not null,
  received_at  timestamptz not null,
  primary key (tenant, id),
  foreign key (tenant, envelope) references original,
  foreign key (tenant, payload) references original
);
create index as4_refusal_by_time on as4_refusal (tenant, received_at);

-- What this access point has to say about a case: the envelope as it is sent, and the proof that it has arrived.
create table outbound_message (
  tenant       uuid        not null,
  id           uuid        not null,
  case_id      uuid        not null,
  number       integer     not null check (number > 0),
  kind         text        not null,
  -- The envelope that it is about; of each kind one for each.
  answers      text        collate "C" not null,
  code         text        not null,
  receiver     text        not null,
  instance_id  text        collate "C" not null,
  document     text        collate "C" not null,
  -- The same to the provider himself, where the receiver is only a part of his.
  to_provider  text        collate "C",
  created_at   timestamptz not null,
  -- The last signed error that it was answered with.
  refusal      bytea,
  message_id   text,
  access_point text,
  envelope     text        collate "C",
  payload      text        collate "C",
  receipt      bytea,
  delivered_at timestamptz,
  primary key (tenant, id),
  unique (tenant, case_id, number),
  unique (tenant, case_id, kind, answers),
  foreign key (tenant, case_id) references invoice_case,
  foreign key (tenant, document) references original,
  foreign key (tenant, to_provider) references original,
  foreign key (tenant, envelope) references original,
  foreign key (tenant, payload) references original,
  check (num_nulls(message_id, access_point, envelope, payload, receipt, delivered_at) in (0, 6))
);

-- A proof stays as it is.
create function keep_delivery() returns trigger language plpgsql as $$
begin
  raise check_violation using
    message = format('message %s has been delivered', old.id), table = 'outbound_message', constraint = 'proof_stays';
end $$;
create trigger delivered_stays before update on outbound_message
  for each row when (old.delivered_at is not null) execute function keep_delivery();

call separate_tenants('as4_message');
call separate_tenants('business_envelope');
call separate_tenants('as4_refusal');
call separate_tenants('outbound_message');
grant select, insert on as4_message, business_envelope, as4_refusal, outbound_message to "${application_role}";
grant update (refusal, message_id, access_point, envelope, payload, receipt, delivered_at) on outbound_message
  to "${application_role}";
