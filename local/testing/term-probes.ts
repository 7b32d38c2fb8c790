import { randomUUID } from 'node:crypto'
import type { CallName } from '../../types/contracts'
import type * as terms from '../../types/contracts/bills-terms'
import { type Probe, type ProbeGround, type Target, TARGETS } from './probe'

export type TermCall = Extract<CallName, `bills.${keyof typeof terms}`>

/** Published with the board of the bill probes. */
export const SPACE_CODE = 'probe_space'
export const COST_CODE = 'probe_share'

/** Long after every month that the probes bill. */
const FROM = '2030-01-01'
const UNTIL = '2030-02-01'

/** Probes of what is registered for bills. `ready` waits for the boards; each question begins with nothing registered. */
export function termProbes(
  ground: ProbeGround,
  ready: (target: Target) => Promise<void>,
): { [N in TermCall]: Probe<N> } {
  const run = (text: string, values: unknown[] = []) => ground.stage().see<Record<string, string>>(text, values)
  const shown: Partial<Record<Target, string>> = {}
  const shows = (data: unknown, target: Target) => JSON.stringify(data).includes(shown[target] ?? 'nothing')
  const at = async (target: Target): Promise<{ communityId: string; houseId: string }> => {
    await Promise.all([ready('ownHouse'), ready('otherCommunity')])
    await run(`delete from payer_request; delete from house_space; delete from house_relief;
      delete from house_payer where from_on >= '2030-01-01'; delete from shared_cost`)
    return { communityId: ground.communityOf(target), houseId: await ground.houseOf(TARGETS[target].resident) }
  }
  const days = { from: FROM, until: UNTIL }
  const space = async (target: Target) => {
    const { communityId, houseId } = await at(target)
    await run(`insert into house_space values ($1, $2, $3, $4, null, 1)`, [communityId, houseId, SPACE_CODE, FROM])
    return { houseId, kind: 'space' as const, itemCode: SPACE_CODE, ...days }
  }
  /** The tenant of that house, and one is made where nobody rents. */
  const tenant = async (target: Target) => {
    const { communityId, houseId } = await at(target)
    const find = () =>
      run(
        `select b.binding_id, s.person_id from binding b join seat s using (community_id, seat_id)
         where b.community_id = $1 and b.house_id = $2 and s.role = 'tenant' and b.until_at is null order by b.from_at limit 1`,
        [communityId, houseId],
      )
    if ((await find()).length === 0) {
      const [personId, seatId] = [randomUUID(), randomUUID()]
      await run('insert into person (person_id) values ($1)', [personId])
      await run(
        `insert into seat (community_id, seat_id, person_id, role, from_at) values ($1, $2, $3, 'tenant', now() - interval '1 day')`,
        [communityId, seatId, personId],
      )
      await run(
        `insert into binding (community_id, binding_id, seat_id, house_id, from_at) values ($1, $2, $3, $4, now() - interval '1 hour')`,
        [communityId, randomUUID(), seatId, houseId],
      )
    }
    const [row] = await find()
    return { communityId, houseId, bindingId: row?.binding_id ?? '', personId: row?.person_id ?? '' }
  }
  const request = async (target: Target): Promise<{ requestId: string }> => {
    const { communityId, houseId, bindingId, personId } = await tenant(target)
    const requestId = randomUUID()
    await run(`insert into payer_request values ($1, $2, $3, $4, $5, $6, null, 'waiting', $5, now(), null)`, [
      communityId,
      requestId,
      houseId,
      bindingId,
      personId,
      FROM,
    ])
    return { requestId }
  }
  const cost = async (target: Target): Promise<{ costId: string }> => {
    const { communityId } = await at(target)
    const costId = randomUUID()
    await run(
      `insert into shared_cost select $1, $2, $3, '2020-04-01', '2020-05-01', 100, null, null, '矩阵分摊', person_id
       from seat where community_id = $1 limit 1`,
      [communityId, costId, COST_CODE],
    )
    shown[target] = costId
    return { costId }
  }
  return {
    'bills.listTerms': {
      aim: async (target) => {
        shown[target] = (await space(target)).houseId
        return { search: '' }
      },
      shows,
    },
    'bills.registerSpace': {
      aim: async (target) => ({ houseId: (await at(target)).houseId, itemCode: SPACE_CODE, quantity: 1, ...days }),
    },
    'bills.registerRelief': {
      aim: async (target) => ({
        houseId: (await at(target)).houseId,
        percent: 70,
        basisWords: '空置房减收办法',
        ...days,
      }),
    },
    'bills.registerPayer': {
      aim: async (target) => {
        const { communityId, houseId } = await at(target)
        const ownerId = randomUUID()
        await run(
          `insert into owner (community_id, owner_id, kind, name) values ($1, $2, 'organisation', '矩阵单位')`,
          [communityId, ownerId],
        )
        return { houseId, ownerId, ...days }
      },
    },
    'bills.endTerm': { aim: space },
    'bills.askTenantToPay': {
      aim: async (target) => {
        const { houseId, bindingId } = await tenant(target)
        return { houseId, bindingId, ...days }
      },
    },
    'bills.answerPayerRequest': { aim: async (target) => ({ ...(await request(target)), agrees: true }) },
    'bills.withdrawPayerRequest': { aim: request },
    'bills.readHouseTerms': { aim: async (target) => ({ houseId: (await at(target)).houseId }) },
    'bills.listCosts': {
      aim: async (target) => {
        await cost(target)
        await run(
          `update shared_cost set from_on = date_trunc('month', now())::date, to_on = (date_trunc('month', now()) + interval '1 month')::date`,
        )
        return {}
      },
      shows,
    },
    'bills.registerCost': {
      aim: async (target) => {
        await at(target)
        return { itemCode: COST_CODE, month: '2026-01-01', amountFen: 100, words: '矩阵分摊' }
      },
      shows: async (data, target) =>
        (
          await run('select 1 from shared_cost where cost_id = $1 and community_id = $2', [
            (data as { costId: string }).costId,
            ground.communityOf(target),
          ])
        ).length === 1,
    },
    'bills.dropCost': { aim: cost },
  }
}
