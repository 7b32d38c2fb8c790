/**
 * One row in each tenant table that the walk through the calls does not fill by itself, for the tests of row-level
 * security: a wall in front of an empty table proves nothing. $1 is the community. Written past all walls, in order.
 */
export const SEED_ROWS: string[] = [
  `insert into house_area select community_id, house_id, '2020-01-01', 8950, 'certificate' from house where community_id = $1 limit 1`,
  `insert into owner (community_id, owner_id, kind, name) values ($1, gen_random_uuid(), 'person', '种子业主')`,
  `insert into ownership select h.community_id, gen_random_uuid(), h.house_id, o.owner_id, 1, 1, '2020-01-01'
   from house h join owner o using (community_id) where h.community_id = $1 limit 1`,
  `insert into file select community_id, gen_random_uuid(), 'document', '决定.pdf', 'application/pdf', 10, gen_random_uuid()::text, 'cloud://x',
     person_id, now(), 'checked', repeat('0', 64), now() from seat where community_id = $1 limit 1`,
  `insert into repair_promise select community_id, repair_id, 'arrive', 60, 'always', '二级', '1', '60 分钟内到场' from repair where community_id = $1
   limit 1`,
  `insert into repair_photo select e.community_id, f.file_id, e.repair_id, e.event_id, 0 from repair_event e join file f using (community_id)
   where e.community_id = $1 limit 1`,
  `insert into rating select community_id, repair_id, reporter_id, 5, '{}', '很快', now(), null from repair where community_id = $1 limit 1`,
  `insert into import (community_id, import_id, kind, file_id, file_name, state, row_count, started_by, started_at)
   select community_id, gen_random_uuid(), 'houses', file_id, '房屋.xlsx', 'staging', 1, uploaded_by, now() from file where community_id = $1 limit 1`,
  `insert into import_row (community_id, import_id, row_no, cells, new_id) select community_id, import_id, 2, '[]', gen_random_uuid() from import
   where community_id = $1 limit 1`,
  `insert into import_problem select community_id, import_id, row_no, 3, '面积', '不是数字', '只写数字' from import_row where community_id = $1 limit 1`,
  `insert into staff_member (community_id, staff_id, name, phone, duty) values ($1, gen_random_uuid(), '种子员工', '13000000008', 'technician')`,
  `insert into fee_board (community_id, board_id, version, contract_id, state, effective_from, facts, basis_file_id, drafted_by, posted_at)
   select c.community_id, gen_random_uuid(), 1, c.contract_id, 'posted', '2020-01-01', '{}',
     (select file_id from file f where f.community_id = c.community_id limit 1),
     (select person_id from seat s where s.community_id = c.community_id limit 1), now()
   from service_contract c where c.community_id = $1`,
  `insert into fee_item select community_id, gen_random_uuid(), board_id, 'property_service', 1, '物业服务费', 'area', 'basic', 'month',
     13500, null, '每平方米 · 月', '合同', true from fee_board where community_id = $1`,
  `insert into house_payer (community_id, house_id, from_on, kind, owner_id)
   select community_id, house_id, '2020-01-01', 'organisation', owner_id from ownership where community_id = $1 limit 1`,
  `insert into house_relief select community_id, house_id, '2020-01-01', null, 70, '空置' from house where community_id = $1 limit 1`,
  `insert into house_space select community_id, house_id, 'parking', '2020-01-01', null, 1 from house where community_id = $1 limit 1`,
  `insert into shared_cost select community_id, gen_random_uuid(), 'power', '2020-04-01', '2020-05-01', 100, null, null, '公共用电', person_id
   from seat where community_id = $1 limit 1`,
  `insert into billing_run (community_id, run_id, kind, from_on, to_on, state, started_by, started_at)
   select community_id, gen_random_uuid(), 'month', '2020-04-01', '2020-05-01', 'done', person_id, now() from seat where community_id = $1 limit 1`,
  `insert into bill (community_id, bill_id, number, series_on, run_id, house_id, from_on, to_on, contract_id, payee_id, payer_kind, payer_owner_id,
     amount_fen, due_on, state, issued_at, issued_by)
   select r.community_id, gen_random_uuid(), 'ZD202004-000001', '2020-04-01', r.run_id, o.house_id, r.from_on, r.to_on, c.contract_id,
     c.enterprise_id, 'owner', o.owner_id, 12083, '2020-05-30', 'issued', now(), r.started_by
   from billing_run r join ownership o using (community_id) join service_contract c using (community_id) where r.community_id = $1 limit 1`,
  `insert into bill_line (community_id, bill_id, place, house_id, item_code, fee_item_id, kind, from_on, to_on, days, days_in_month, area100,
     area_source, quantity, price_e4, percent, whole_from_on, whole_to_on, whole_fen, amount_fen)
   select b.community_id, b.bill_id, 1, b.house_id, i.code, i.fee_item_id, 'area', b.from_on, b.to_on, 30, 30, 8950, 'certificate', 1, 13500, 100,
     b.from_on, b.to_on, 12083, 12083 from bill b join fee_item i using (community_id) where b.community_id = $1 limit 1`,
  `insert into bill_event select community_id, gen_random_uuid(), bill_id, 'dispute', 'disputed', issued_by, 'owner', now() from bill
   where community_id = $1`,
  `insert into bill_note select community_id, event_id, '面积不对' from bill_event where community_id = $1`,
  `insert into application select community_id, gen_random_uuid(), person_id, '1', '1', '0101', '1-1-101', 'tenant', '种子租户', '13000000009',
     now(), 'waiting' from seat where community_id = $1 limit 1`,
  `insert into join_try select community_id, gen_random_uuid(), person_id, 'code', null, now() from seat where community_id = $1 limit 1`,
  `insert into payer_request select b.community_id, gen_random_uuid(), b.house_id, b.binding_id, s.person_id, '2020-01-01', null, 'waiting',
     s.person_id, now(), null from binding b join seat s using (community_id, seat_id) where b.community_id = $1 limit 1`,
  `insert into claim_code (community_id, code_id, label, secret_sha256, purpose, role, house_id, issued_by, issued_at, expires_at)
   select s.community_id, gen_random_uuid(), 'SEED', repeat('0', 64), 'house', 'family', h.house_id, s.person_id, now(), now() + interval '1 day'
   from seat s join house h using (community_id) where s.community_id = $1 limit 1`,
  `insert into rebinding (community_id, rebinding_id, person_id, kind, reason, state, requested_by, requested_at)
   select community_id, gen_random_uuid(), person_id, 'account', '丢了手机', 'requested', person_id, now() from seat where community_id = $1 limit 1`,
  `insert into owners_body select community_id, gen_random_uuid(), 'committee', '业主委员会', '备案〔2026〕1 号', '2026-01-01', null, person_id, now()
   from seat where community_id = $1 limit 1`,
  `insert into opening_prepayment select i.community_id, gen_random_uuid(), h.house_id, '', 100, i.import_id from import i join house h using (community_id)
   where i.community_id = $1 limit 1`,
  `insert into meter values ($1, gen_random_uuid(), 'power', 'D0001', null, '地下车库配电间', 40, 1024500, '2020-01-01')`,
  `insert into revenue_source values ($1, gen_random_uuid(), 'liftAdverts', '轿厢广告框 12 个', '种子传媒', 'SY-1', '2020-01-01', null, 720000, 'all',
     null, null)`,
  `insert into revenue_expectation select community_id, source_id, now(),
     (select person_id from seat where seat.community_id = revenue_source.community_id limit 1), 'committee', from_on, until_on, expected_fen
   from revenue_source where community_id = $1`,
  `insert into announcement (community_id, announcement_id, kind, title, body, side, posted_by, posted_at)
   select community_id, gen_random_uuid(), 'notice', '种子公告', '种子公告', 'enterprise', person_id, now() from seat where community_id = $1 limit 1`,
  `insert into ledger (community_id, ledger_id, kind, opened_at) values ($1, gen_random_uuid(), 'publicRevenue', now())`,
  `insert into journal (community_id, journal_id, ledger_id, seq, booked_on, posted_at, text_sha256, prev_hash, hash)
   select community_id, gen_random_uuid(), ledger_id, 1, '2026-01-31', now(), repeat('0', 64), repeat('0', 64), repeat('1', 64)
   from ledger where community_id = $1`,
  `insert into journal_line (community_id, ledger_id, seq, place, account, debit_fen, credit_fen, house_id, category)
   select j.community_id, j.ledger_id, j.seq, it.*, h.house_id, 'parking' from journal j
   join (select house_id from house where community_id = $1 limit 1) h on true
   cross join (values (1, '1002.02', 100, 0), (2, '9101', 0, 100)) it where j.community_id = $1`,
  `insert into journal_words select community_id, journal_id, 'salt', '停车费' from journal where community_id = $1`,
  `insert into journal_voucher select j.community_id, j.journal_id, 1, f.file_id, f.sha256 from journal j join file f using (community_id)
   where j.community_id = $1 and f.state = 'checked' limit 1`,
  `insert into late_voucher (community_id, journal_id, place, file_id, sha256, redacted_file_id, redacted_sha256, added_by, added_at)
   select j.community_id, j.journal_id, 1, f.file_id, repeat('0', 64), f.file_id, repeat('0', 64), f.uploaded_by, now()
   from journal j join file f using (community_id) where j.community_id = $1 limit 1`,
  `insert into statement (community_id, statement_id, ledger_id, quarter, state, content, content_sha256, opening_fen, income_fen, cost_fen,
     committee_fen, closing_fen, head_seq, head_hash, due_on, drafted_by, drafted_role, drafted_at, reviewed_by, reviewed_role, reviewed_at,
     published_by, published_at, published_on, late_days, objection_until)
   select l.community_id, gen_random_uuid(), l.ledger_id, '2020-01-01', 'published', '{}', repeat('0', 64), 0, 100, 40, 10, 50, l.head_seq,
     l.head_hash, '2020-04-15', a.person_id, 'committee', now(), b.person_id, 'supervisor', now(), a.person_id, now(), '2020-04-18', 3, '2020-05-18'
   from ledger l join seat a on a.community_id = l.community_id and a.role = 'committee'
   join seat b on b.community_id = l.community_id and b.role = 'supervisor' where l.community_id = $1 limit 1`,
  `insert into pay_account (pay_account_id, kind) select gen_random_uuid(), 'fees' from community where community_id = $1`,
  `insert into pay_attempt (community_id, attempt_id, pay_account_id, out_trade_no, person_id, amount_fen, request_body, started_at, pay_before,
     next_check_at)
   select b.community_id, gen_random_uuid(), (select pay_account_id from pay_account where kind = 'fees' limit 1), 'MJ0000000000', b.issued_by,
     b.amount_fen, '{}', now(), now() + interval '1 hour', now() + interval '1 hour' from bill b where b.community_id = $1 limit 1`,
  `insert into attempt_bill select a.community_id, a.attempt_id, b.bill_id, b.amount_fen from pay_attempt a join bill b using (community_id)
   where a.community_id = $1 limit 1`,
  `insert into receipt (community_id, receipt_id, number, channel, amount_fen, taken_by, received_at, recorded_at)
   select community_id, gen_random_uuid(), 'SJ20260101-0001', 'cash', 100, person_id, now(), now() from seat where community_id = $1 limit 1`,
  `insert into receipt_line (community_id, receipt_id, place, suspense_reason, amount_fen)
   select community_id, receipt_id, 1, 'billNotDue', 100 from receipt where community_id = $1`,
]

/** Tables whose rows a community shows to strangers, all of them or those that are posted. */
export const PUBLISHED_TABLES = [
  'announcement',
  'community',
  'community_phone',
  'fee_board',
  'fee_item',
  'file',
  'service_contract',
  'statement',
]
