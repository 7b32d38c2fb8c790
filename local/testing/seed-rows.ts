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
  `insert into fee_board (community_id, board_id, version, contract_id, state, effective_from, facts, drafted_by, posted_at)
   select c.community_id, gen_random_uuid(), 1, c.contract_id, 'posted', '2020-01-01', '{}',
     (select person_id from seat s where s.community_id = c.community_id limit 1), now()
   from service_contract c where c.community_id = $1`,
  `insert into fee_item select community_id, gen_random_uuid(), board_id, 'property_service', 1, '物业服务费', 'area', 'basic', 'month',
     13500, null, '每平方米 · 月', '合同', true from fee_board where community_id = $1`,
]

/** Tables whose rows a community shows to strangers, all of them or those that are posted. */
export const PUBLISHED_TABLES = ['community', 'community_phone', 'fee_board', 'fee_item', 'service_contract']
