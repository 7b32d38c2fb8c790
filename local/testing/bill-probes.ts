import { main as bills } from '../../cloudfunctions/bills'
import type { CallName } from '../../types/contracts'
import { type Probe, type ProbeGround, type Target, TARGETS } from './probe'
import { registersOf } from './registers'
import { COST_CODE, SPACE_CODE, type TermCall, termProbes } from './term-probes'
import { callAs, type TestStage, yes } from './stage'
import { holderOf } from './two-communities'

type BillCall = Extract<CallName, `bills.${string}`>
type RunCall = Exclude<BillCall, TermCall>

/** In January the owners pay, in February the tenant of the house where owner, family and tenant live. */
const OWNERS_MONTH = '2021-01-01'
const TENANTS_MONTH = '2021-02-01'
/** The same for payments, which leave paid bills behind. */
export const PAYMENT_MONTHS = { owners: '2020-10-01', tenants: '2020-11-01' } as const

const billed = new Map<string, Promise<void>>()

/** The community of a target has a board, owners and bills; made once, whoever asks. */
export async function readyBills(ground: ProbeGround, target: Target): Promise<void> {
  for (const aim of ['ownHouse', target] as const) {
    const communityId = ground.communityOf(aim)
    const making = billed.get(communityId) ?? billMonths(ground.stage(), TARGETS[aim].community, communityId)
    billed.set(communityId, making)
    await making
  }
}

/** Probes of bills. Both communities have a board, owners and months of bills, issued by the clerk. */
export function billProbes(ground: ProbeGround): { [N in BillCall]: Probe<N> } {
  const aimed: Partial<Record<Target, string>> = {}
  const ready = (target: Target) => readyBills(ground, target)
  const billAt = async (
    target: Target,
    caller: string,
    state: 'issued' | 'disputed' = 'issued',
  ): Promise<{ billId: string }> => {
    await ready(target)
    const month = caller === holderOf('A', 'tenant') && target === 'ownHouse' ? TENANTS_MONTH : OWNERS_MONTH
    const [row] = await ground
      .stage()
      .see<{ bill_id: string }>('update bill set state = $3 where house_id = $1 and series_on = $2 returning bill_id', [
        await ground.houseOf(TARGETS[target].resident),
        month,
        state,
      ])
    aimed[target] = row?.bill_id ?? ''
    return { billId: row?.bill_id ?? '' }
  }
  const words = '请核对面积'
  const runs: { [N in RunCall]: Probe<N> } = {
    'bills.previewRun': {
      aim: async (target) => {
        await ready(target)
        return { kind: 'month', from: '2022-01-01' }
      },
      shows: (data, target) => JSON.stringify(data).includes(`${TARGETS[target].community} 物业服务费`),
    },
    'bills.startRun': {
      aim: async (target) => {
        await ready(target)
        return { kind: 'month', from: '2021-03-01' }
      },
      shows: async (_data, target) => {
        const made = await ground
          .stage()
          .see("select run_id from billing_run where community_id = $1 and from_on = '2021-03-01'", [
            ground.communityOf(target),
          ])
        return made.length > 0
      },
    },
    'bills.listRuns': {
      aim: async (target) => {
        await ready(target)
        const [run] = await ground
          .stage()
          .see<{ run_id: string }>('select run_id from billing_run where community_id = $1 and from_on = $2', [
            ground.communityOf(target),
            OWNERS_MONTH,
          ])
        aimed[target] = run?.run_id ?? ''
        return {}
      },
      shows: (data, target) => JSON.stringify(data).includes(aimed[target] ?? 'nothing'),
    },
    'bills.listBills': {
      aim: async (target, caller) => {
        await billAt(target, caller)
        return { filter: 'all' }
      },
      shows: (data, target) => JSON.stringify(data).includes(aimed[target] ?? 'nothing'),
    },
    'bills.readBill': { aim: (target, caller) => billAt(target, caller) },
    'bills.disputeBill': { aim: async (target, caller) => ({ ...(await billAt(target, caller)), reason: words }) },
    'bills.answerDispute': {
      aim: async (target, caller) => ({ ...(await billAt(target, caller, 'disputed')), answer: 'uphold', words }),
    },
  }
  return { ...runs, ...termProbes(ground, ready) }
}

async function billMonths(stage: TestStage, letter: 'A' | 'B', communityId: string): Promise<void> {
  const registers = registersOf(stage, communityId)
  const [contract] = await stage.see<{ contract_id: string }>(
    'select contract_id from service_contract where community_id = $1',
    [communityId],
  )
  await registers.board(contract?.contract_id ?? '', 900, '2020-01-01', [
    { code: 'probe_service', name: `${letter} 物业服务费`, priceE4: 13500 },
    { code: SPACE_CODE, kind: 'space', priceE4: 500_000 },
    { code: COST_CODE, kind: 'share', priceE4: 0 },
  ])
  await stage.see('update binding set owner_id = null where community_id = $1', [communityId]) // these owners stand behind them
  for (const address of ['1-1-0101', '1-1-0102', '2-1-0101'])
    await registers.owner(address, { name: `${address} 的业主` })
  await stage.see(
    `insert into house_payer (community_id, house_id, from_on, until_on, kind, person_id)
     select s.community_id, $2::uuid, first, first + interval '1 month', 'tenant', s.person_id
     from seat s, unnest($3::date[]) first where s.community_id = $1 and s.role = 'tenant'`,
    [communityId, await registers.houseId('1-1-0101'), [TENANTS_MONTH, PAYMENT_MONTHS.tenants]],
  )
  for (const from of [OWNERS_MONTH, TENANTS_MONTH, ...Object.values(PAYMENT_MONTHS)]) {
    await yes(callAs(bills, holderOf(letter, 'clerk'), 'bills.startRun', { kind: 'month', from }))
  }
}
