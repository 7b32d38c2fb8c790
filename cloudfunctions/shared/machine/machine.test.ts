import { ROLE_IDS } from '../../../types/vocabulary/roles'
import { BILL_STATE_IDS } from '../../../types/vocabulary/bill'
import { BOARD_STATE_IDS } from '../../../types/vocabulary/fee-board'
import { ATTEMPT_STATE_IDS } from '../../../types/vocabulary/payment'
import { REPAIR_STATE_IDS } from '../../../types/vocabulary/repair'
import { BILL_MACHINE, FIRST_BILL_STATE } from '../../bills/rules/bill-machine'
import { BOARD_MACHINE, FIRST_BOARD_STATE } from '../boards/board-machine'
import { ATTEMPT_MACHINE } from '../../payments/rules/attempt-machine'
import { FIRST_REPAIR_STATE, REPAIR_MACHINE, type RepairMove } from '../../repairs/rules/repair-machine'
import { POLICY, reachOf } from '../policy/policy'
import { type Machine, move, movesFrom, type Transition } from './machine'

/** What money makes of a bill; no act of anybody's does. */
const PAID = ['partiallyPaid', 'paid']
const BILL_STATES_BY_ACTS = BILL_STATE_IDS.filter((state) => !PAID.includes(state))

/** Every machine there is; what must hold for all of them is proven for each. */
const MACHINES: [name: string, states: readonly string[], first: string, machine: Machine<string, string>][] = [
  ['工单', REPAIR_STATE_IDS, FIRST_REPAIR_STATE, REPAIR_MACHINE],
  ['账单', BILL_STATES_BY_ACTS, FIRST_BILL_STATE, BILL_MACHINE],
  ['支付单', ATTEMPT_STATE_IDS, 'new', ATTEMPT_MACHINE],
  ['收费公示', BOARD_STATE_IDS, FIRST_BOARD_STATE, BOARD_MACHINE],
]

describe.each(MACHINES)('the machine of %s', (_name, states, first, machine) => {
  const transitions: Transition<string>[] = Object.values(machine)

  it('reaches every state from the first one', () => {
    const reached = new Set([first])
    states.forEach(() => {
      for (const { from, to } of transitions) if (from.some((state) => reached.has(state))) reached.add(to)
    })
    expect([...reached].sort()).toEqual([...states].sort())
  })

  it('has an end, and no act leads out of it', () => {
    const ends = states.filter((state) => !transitions.some(({ from }) => from.includes(state)))
    expect(ends.length).toBeGreaterThan(0)
  })

  it('gives every act’s roles a policy row, and no role of the row an act it may never do', () => {
    for (const { call, by } of transitions) {
      for (const role of by) expect(`${call} ${role} ${reachOf(call, role) !== undefined}`).toBe(`${call} ${role} true`)
      expect(Object.keys(POLICY[call].who).sort()).toEqual([...by].sort())
    }
  })
})

const refusalOf = (work: () => unknown): string => {
  try {
    work()
    return 'ok'
  } catch (error) {
    return (error as { code: string }).code
  }
}

it('decides for every state, act and role as the table says', () => {
  for (const state of REPAIR_STATE_IDS) {
    for (const role of ROLE_IDS) {
      for (const isReporter of [true, false]) {
        const offered = movesFrom(REPAIR_MACHINE, state, { role, isReporter }).map((offer) => offer.act)
        for (const act of Object.keys(REPAIR_MACHINE) as RepairMove[]) {
          const transition: Transition<string> = REPAIR_MACHINE[act]
          const mine = transition.by.includes(role) && (transition.only === undefined || isReporter)
          const expected = !mine ? 'NOT_ALLOWED' : transition.from.includes(state) ? 'ok' : 'WRONG_STATE'
          expect(refusalOf(() => move(REPAIR_MACHINE, state, act, { role, isReporter }))).toBe(expected)
          expect(offered.includes(act)).toBe(expected === 'ok')
        }
      }
    }
  }
})

it('lets a second person review a fee board, and its author alone change it', () => {
  const offered = (isAuthor: boolean) =>
    movesFrom(BOARD_MACHINE, 'draft', { role: 'manager', isAuthor }).map(({ act }) => act)
  expect(offered(true)).toEqual(['change', 'drop'])
  expect(offered(false)).toEqual(['review', 'drop'])
  expect(refusalOf(() => move(BOARD_MACHINE, 'draft', 'review', { role: 'manager', isAuthor: true }))).toBe(
    'NOT_ALLOWED',
  )
  expect(refusalOf(() => move(BOARD_MACHINE, 'posted', 'drop', { role: 'manager' }))).toBe('WRONG_STATE')
})
