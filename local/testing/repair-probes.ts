import type { CallName } from '../../types/contracts'
import type { RepairState } from '../../types/vocabulary/repair'
import { main as members } from '../../cloudfunctions/members'
import { main as repairs } from '../../cloudfunctions/repairs'
import { type Probe, type ProbeGround, type Target, TARGETS } from './probe'
import { callAs, yes } from './stage'
import { holderOf } from './two-communities'

type RepairCall = Extract<CallName, `repairs.${string}` | `ratings.${string}`>

/**
 * Probes of repairs. Each aims at a fresh order in the state that the act starts from. For a technician the target's own
 * house is an order of theirs, or one that nobody has where the call takes it; a neighbour's is a colleague's.
 */
export function repairProbes(ground: ProbeGround): { [N in RepairCall]: Probe<N> } {
  const order = ordersOn(ground)
  const newest: Partial<Record<Target, string>> = {}
  const words = { reason: '矩阵里的原因' }
  const given = { stars: 5 }
  return {
    'repairs.readPromises': { aim: async () => ({}) },
    'repairs.fileRepair': {
      aim: async (target) => ({
        houseId: await ground.houseOf(TARGETS[target].resident),
        description: '矩阵报修',
        place: '门厅',
      }),
    },
    'repairs.listRepairs': {
      aim: async (target, caller) => {
        newest[target] = (await order('taken')(target, caller)).repairId
        return { filter: 'all' }
      },
      shows: (data, target) => JSON.stringify(data).includes(newest[target] ?? 'nothing'),
    },
    'repairs.readRepair': { aim: order('taken') },
    'repairs.receiveRepair': { aim: order('submitted') },
    'repairs.listTechnicians': {
      aim: async () => ({}),
      shows: async (data, target) =>
        JSON.stringify(data).includes(await order.personOf(holderOf(TARGETS[target].community, 'technician'))),
    },
    'repairs.dispatchRepair': {
      aim: async (target, caller) => ({
        ...(await order('received')(target, caller)),
        technicianId: await order.personOf(holderOf('A', 'technician')),
      }),
    },
    'repairs.takeRepair': { aim: order('dispatched') },
    'repairs.returnRepair': { aim: async (...aimed) => ({ ...(await order('taken')(...aimed)), ...words }) },
    'repairs.arriveRepair': { aim: order('taken') },
    'repairs.startRepair': { aim: order('arrived') },
    'repairs.finishRepair': { aim: async (...aimed) => ({ ...(await order('working')(...aimed)), work: '换了灯' }) },
    'repairs.confirmRepair': { aim: order('done') },
    'repairs.reopenRepair': { aim: async (...aimed) => ({ ...(await order('done')(...aimed)), ...words }) },
    'repairs.withdrawRepair': { aim: order('working') },
    'repairs.closeUnfixed': {
      aim: async (...aimed) => ({ ...(await order('received')(...aimed)), ...words, why: 'duplicate' }),
    },
    'repairs.objectToClosing': {
      aim: async (...aimed) => ({ ...(await order('closedUnfixed')(...aimed)), ...words }),
    },
    'ratings.rateRepair': { aim: async (...aimed) => ({ ...(await order('confirmed')(...aimed)), ...given }) },
    'ratings.changeRating': {
      aim: async (...aimed) => {
        const { repairId } = await order('confirmed')(...aimed)
        await ground.stage().see(
          `insert into rating (community_id, repair_id, person_id, stars, tags, rated_at)
           select community_id, repair_id, reporter_id, 4, '{}', app_now() from repair where repair_id = $1`,
          [repairId],
        )
        return { repairId, ...given }
      },
    },
    'ratings.readRating': { aim: order('confirmed') },
  }
}

function ordersOn(ground: ProbeGround) {
  const personOf = async (openid: string): Promise<string> => {
    const [row] = await ground
      .stage()
      .see<{ person_id: string }>('select person_id from identity where subject = $1', [openid])
    return row?.person_id ?? ''
  }
  const orderIn =
    (state: RepairState) =>
    async (target: Target, caller: string): Promise<{ repairId: string }> => {
      const me = await yes(callAs(members, caller, 'members.showMe', {}))
      const livesThere = target === 'ownHouse' && me.seats[0]?.houses.length
      // Twenty a day is the limit of one person, and the matrix files more than that.
      await ground.stage().see("update repair set filed_at = filed_at - interval '2 days'")
      const reporter = livesThere ? caller : TARGETS[target].resident
      const houseId = await ground.houseOf(reporter)
      const input = { houseId, description: '矩阵里的工单', place: '门厅' }
      const { repairId } = await yes(callAs(repairs, reporter, 'repairs.fileRepair', input))
      const hasIt = target === 'ownHouse' && me.seats[0]?.role === 'technician' ? caller : 'two-seats'
      await ground
        .stage()
        .see(
          `update repair set state = $2, assignee_id = $3, confirmed_at = case when $2 = 'confirmed' then app_now() end where repair_id = $1`,
          [repairId, state, state === 'submitted' || state === 'received' ? null : await personOf(hasIt)],
        )
      return { repairId }
    }
  return Object.assign(orderIn, { personOf })
}
