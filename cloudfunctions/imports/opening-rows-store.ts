import sql, { type Sql } from 'sql-template-tag'
import type { Actor } from '../shared/policy/actor'
import { KNOWN_FEE_NAMES } from './rules/fee-register'
import { stagedRows } from './staging-store'

/**
 * Each staged balance with its house, the code of its item, and for an arrear who owed it to whom on its last day: the
 * owner with the largest share, under the contract of that
 * day; a prepayment stands under the contract of today. A name that no board knows has a code of its own, made of
 * the name's hash, because names may be anybody's words and codes stand in the books for good.
 */
export const openingsAt = (actor: Actor, importId: string): Sql => sql`
  select staged.row_no, staged.new_id, staged.change, staged.facts, staged.facts ->> 'side' as side,
    coalesce(staged.facts ->> 'item', '') as item_words, (staged.facts ->> 'amountFen')::bigint as amount_fen,
    (staged.facts ->> 'fromOn')::date as from_on, (staged.facts ->> 'lastOn')::date as last_on,
    (staged.facts ->> 'lastOn')::date + 1 as to_on, (staged.facts ->> 'dueOn')::date as due_on,
    coalesce(known.code, board.code, 'opening_' || left(md5(staged.facts ->> 'item'), 12)) as item_code,
    house.house_id, house.building, house.stair, house.room,
    house.is_undelivered or coalesce(house.delivered_on > (staged.facts ->> 'lastOn')::date, false) as undelivered,
    owed.owner_id, owed.kind as owner_kind, contract.contract_id, contract.enterprise_id, contract.charge_mode
  from (${stagedRows(actor, importId)}) staged
  left join house on house.community_id = ${actor.communityId} and house.building = staged.facts ->> 'building'
    and house.stair = staged.facts ->> 'stair' and house.room = staged.facts ->> 'room'
  left join unnest(${KNOWN_FEE_NAMES.map(({ name }) => name)}::text[], ${KNOWN_FEE_NAMES.map(({ code }) => code)}::text[])
    as known (name, code) on known.name = staged.facts ->> 'item'
  left join (
    select distinct on (name) name, code
    from fee_item_in_force
    where community_id = ${actor.communityId}
    order by name, version desc
  ) board on board.name = staged.facts ->> 'item'
  left join lateral (
    select owner.owner_id, owner.kind
    from ownership
    join owner named on named.community_id = ownership.community_id and named.owner_id = ownership.owner_id
    join owner on owner.community_id = named.community_id and owner.owner_id = coalesce(named.merged_into, named.owner_id)
    where ownership.community_id = ${actor.communityId} and ownership.house_id = house.house_id
      and ownership.from_on <= (staged.facts ->> 'lastOn')::date
      and (ownership.until_on is null or (staged.facts ->> 'lastOn')::date < ownership.until_on)
    order by ownership.share_num::numeric / ownership.share_den desc, owner.owner_id
    limit 1
  ) owed on true
  left join lateral (
    select contract_id, enterprise_id, charge_mode
    from service_contract
    where community_id = ${actor.communityId}
      and from_on <= coalesce((staged.facts ->> 'lastOn')::date, (app_now() at time zone 'Asia/Shanghai')::date)
      and (until_on is null or coalesce((staged.facts ->> 'lastOn')::date, (app_now() at time zone 'Asia/Shanghai')::date) < until_on)
    order by from_on desc, contract_id
    limit 1
  ) contract on true`
