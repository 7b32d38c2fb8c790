import { randomUUID } from 'node:crypto'
import type { Founding } from '../../cloudfunctions/shared/founding/founding'
import { BOOK_TABLES } from './books'
import type { TestStage } from './stage'

/** The same community with houses alone: no areas, no deliveries, no contract. The test fills the registers itself. */
export const withoutRegisters = (founding: Founding): Founding => {
  const { contract: _contract, standard: _standard, ...rest } = founding
  return { ...rest, houses: founding.houses.map((house) => (typeof house === 'string' ? house : house.address)) }
}

/** Tables in the order in which they can be emptied. */
const REGISTERS = [
  'outbox',
  'bill_note',
  'bill_event',
  'bill_line',
  'bill',
  'billing_run',
  'serial',
  'shared_cost',
  'house_space',
  'house_relief',
  'house_payer',
  'ownership',
  'owner',
  'house_area',
  'fee_item',
  'fee_board',
  ...BOOK_TABLES,
  'service_contract',
]

/** One published item of a test board; what is left out is an area fee in force for ever. */
export interface TestItem {
  code: string
  name?: string
  kind?: 'area' | 'fixed' | 'space' | 'share'
  priceE4: number
}
export interface TestOwner {
  name: string
  kind?: 'person' | 'organisation' | 'developer'
  from?: string
  until?: string
}

/** The registers and boards of one community, written past all walls as an import and a posting would leave them. */
export function registersOf(stage: TestStage, communityId: string) {
  const houseId = async (address: string): Promise<string> => {
    const [row] = await stage.see<{ house_id: string }>(
      "select house_id from house where community_id = $1 and building || '-' || stair || '-' || room = $2",
      [communityId, address],
    )
    return row?.house_id ?? ''
  }
  return {
    houseId,
    /** Empties registers, boards and bills, past the triggers that keep them, so that the next test begins anew. */
    async clear(): Promise<void> {
      const deletes = REGISTERS.map((table) => `delete from ${table};`).join(' ')
      await stage.see(
        `set session_replication_role = replica; ${deletes} update house set delivered_on = null, is_undelivered = false; update binding set owner_id = null; set session_replication_role = origin`,
      )
    },
    /** The service contract that boards belong to. */
    async contract({
      from = '2020-01-01',
      until = null,
    }: { from?: string; until?: string | null } = {}): Promise<string> {
      await stage.see("insert into grade values ('test', '二级', '示例标准', 2) on conflict do nothing")
      await stage.see(
        `insert into grade_promise (standard_id, grade_code, place, dimension, clause_no, words, clock, minutes, calendar) values ('test', '二级', 1, '保洁', '3.1', '楼道每天扫一次', null, null, null) on conflict do nothing`,
      )
      const contractId = randomUUID()
      await stage.see(
        `insert into service_contract (community_id, contract_id, number, enterprise_id, standard_id, grade_code, charge_mode, from_on, until_on)
         select community_id, $2::uuid, 'HT-' || left($2::uuid::text, 8), enterprise_id, 'test', '二级', 'lump sum', $3::date, $4::date from community where community_id = $1`,
        [communityId, contractId, from, until],
      )
      return contractId
    },
    /** A posted board in force from a day on. */
    async board(contractId: string, version: number, from: string, items: TestItem[]): Promise<void> {
      const boardId = randomUUID()
      await stage.see(
        `insert into fee_board (community_id, board_id, version, contract_id, state, effective_from, facts, drafted_by, posted_at)
         select $1::uuid, $2::uuid, $3::integer, $4::uuid, 'posted', $5::date, '{}', (select person_id from seat where community_id = $1 order by seat_id limit 1), now()`,
        [communityId, boardId, version, contractId, from],
      )
      for (const [place, { code, name, kind = 'area', priceE4 }] of items.entries()) {
        await stage.see(
          `insert into fee_item (community_id, fee_item_id, board_id, code, place, name, kind, tier, per, price_e4, unit_words, basis_words, is_common)
           values ($1, $2, $3, $4, $5, $6, $7, 'basic', 'month', $8, '每平方米 · 月', '合同第 3 条', $9)`,
          [
            communityId,
            randomUUID(),
            boardId,
            code,
            place,
            name ?? code,
            kind,
            priceE4,
            kind === 'area' || kind === 'fixed',
          ],
        )
      }
    },
    async area(address: string, area100: number, from = '1900-01-01'): Promise<void> {
      await stage.see("insert into house_area values ($1, $2, $3, $4, 'certificate')", [
        communityId,
        await houseId(address),
        from,
        area100,
      ])
    },
    /** A new owner in the register, of this house over these days; whoever is bound there without one stands for them. */
    async owner(address: string, { name, kind = 'person', from = '2000-01-01', until }: TestOwner): Promise<string> {
      const ownerId = randomUUID()
      await stage.see('insert into owner (community_id, owner_id, kind, name) values ($1, $2, $3, $4)', [
        communityId,
        ownerId,
        kind,
        name,
      ])
      await stage.see('insert into ownership values ($1, $2, $3, $4, 1, 1, $5, $6)', [
        communityId,
        randomUUID(),
        await houseId(address),
        ownerId,
        from,
        until ?? null,
      ])
      await stage.see(
        `update binding set owner_id = $2 from seat
         where seat.seat_id = binding.seat_id and seat.role in ('owner', 'family') and binding.owner_id is null
           and binding.house_id = $1`,
        [await houseId(address), ownerId],
      )
      return ownerId
    },
    /** The lines of a house as they were billed, in order. */
    lines: async (address: string) =>
      stage.see<{
        item_code: string
        from_on: Date
        to_on: Date
        days: number
        amount_fen: string
        payer: string
        payer_kind: string
        number: string
        live: boolean
      }>(
        `select line.item_code, line.from_on::text, line.to_on::text, line.days, line.amount_fen, line.live, bill.number, bill.payer_kind,
           coalesce(owner.name, bill.payer_kind) as payer
         from bill_line line join bill using (community_id, bill_id)
         left join owner on owner.community_id = bill.community_id and owner.owner_id = bill.payer_owner_id
         where line.community_id = $1 and line.house_id = $2 order by line.item_code, line.from_on`,
        [communityId, await houseId(address)],
      ),
  }
}
