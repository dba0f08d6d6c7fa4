-- A town after some years: of :cases cases most are paid, few wait; two journal entries and one finding each.
insert into tenant (id, key, name, receipt_prefix) values (:tenant, :prefix, :prefix, :prefix);
insert into office (tenant, id, key, name, takes_unclaimed)
  select :tenant, md5(:prefix || 'office' || i)::uuid, 'office' || i, 'Amt ' || i, i = 1 from generate_series(1, 40) i;
insert into office_routing_id (tenant, routing_id, office)
  select :tenant, '05117-' || (30000 + i) || '-01', md5(:prefix || 'office' || (1 + i % 40))::uuid
  from generate_series(1, 400) i;
insert into account (tenant, id, login, name, password, roles, office, active)
  select :tenant, md5(:prefix || 'account' || i)::uuid, 'account' || i, 'Konto ' || i, '{argon2}x', '{SUPPLIER}', null, true
  from generate_series(1, 500) i;
insert into original (tenant, sha256, size)
  select :tenant, encode(sha256((:prefix || i)::bytea), 'hex'), length(:prefix || i) from generate_series(1, :cases) i;
insert into original_chunk (tenant, sha256, number, bytes)
  select :tenant, encode(sha256((:prefix || i)::bytea), 'hex'), 0, (:prefix || i)::bytea
  from generate_series(1, :cases) i;
insert into invoice_case (tenant, id, receipt_number, original, document, station, mark, round, received_at)
  select :tenant, md5(:prefix || i)::uuid, :prefix || '-2026-' || lpad(i::text, 7, '0') || '-'
      || lpad((98 - (:letters || '2026' || lpad(i::text, 7, '0') || '00')::numeric % 97)::text, 2, '0'),
    encode(sha256((:prefix || i)::bytea), 'hex'), encode(sha256((:prefix || i)::bytea), 'hex'),
    case when i % 20 = 0 then 'CHECKED' else 'PAID' end,
    case when i % 400 = 0 then 'ON_HOLD' else 'OPEN' end, 1,
    timestamptz '2026-11-20 12:00:00+01' - i * interval '5 minutes'
  from generate_series(1, :cases) i;
insert into delivery (tenant, id, case_id, channel, received_at, stored_at, sender, file_name)
  select tenant, id, id, 'REST', received_at, received_at, 'REST', 'invoice.xml' from invoice_case where tenant = :tenant;
insert into journal_entry (tenant, case_id, number, kind, at, actor, payload_digest, previous, hash)
  select tenant, id, n, 'InvoiceReceived', received_at, 'REST', sha256(''), sha256(''), sha256('')
  from invoice_case, generate_series(1, 2) n where tenant = :tenant;
insert into journal_payload (tenant, case_id, number, salt, payload)
  select tenant, case_id, number, decode(repeat('00', 16), 'hex'), '{}' from journal_entry where tenant = :tenant;
insert into verdict (tenant, case_id, round, outcome, decision, rule_set, checked_at)
  select tenant, id, 1, 'ACCEPT', 'ACCEPT_WITH_NOTES', 'XRechnung 3.0.2', received_at
  from invoice_case where tenant = :tenant;
insert into finding (tenant, case_id, round, number, source, rule, level, legal_class, text, location, terms)
  select tenant, id, 1, 1, 'official', 'BR-DE-21', 'WARNING', 'CONTENT', 'Hinweis', '/', '{BT-24}'
  from invoice_case where tenant = :tenant;
insert into payee (tenant, id, key, name, vat_id, first_seen_at)
  select :tenant, md5(:prefix || 'payee' || i)::uuid, 'vat:DE' || i, 'Lieferant ' || i, 'DE' || i, now()
  from generate_series(1, :cases / 10) i;
insert into payee_account (tenant, payee, iban, first_seen_at, first_case)
  select tenant, id, 'DE02120300000000202051', now(), id from payee where tenant = :tenant;
insert into register_entry (tenant, case_id, receipt_number, station, mark, channel, file_name, received_at, outcome,
    decision, errors, notes, format, seller, invoice_number, number_key, issue_date, due_date, discount_days,
    discount_cents, currency, payable_cents, routing_id, stake_cents, act_by, words)
  select c.tenant, c.id, c.receipt_number, c.station, c.mark, 'REST', 'invoice.xml', c.received_at, 'ACCEPT',
    'ACCEPT_WITH_NOTES', i % 7 / 6, 1, 'UBL', 'Lieferant ' || i % 4000, 'RE 2026/' || i, 're2026' || i,
    c.received_at::date - 3, c.received_at::date + 27, array[c.received_at::date + 11, c.received_at::date + 21], array[100, 50], 'EUR', i * 37::bigint,
    case when i % 50 > 0 then '05117-' || (30001 + i % 450) || '-01' end,
    case when i % 20 = 0 then i % 997 else 0 end, c.received_at::date + i % 27,
    to_tsvector('simple', 'Lieferant name' || i % 4000 || ' re 2026 ' || i)
  from generate_series(1, :cases) i join invoice_case c on (c.tenant, c.id) = (:tenant, md5(:prefix || i)::uuid);
insert into register_submitter (tenant, account, case_id)
  select :tenant, md5(:prefix || 'account' || (1 + i % 500))::uuid, md5(:prefix || i)::uuid
  from generate_series(1, :cases) i where i % 2 = 0;
