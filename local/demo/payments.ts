import type { Output } from '../../types/contracts'
import { COUNTER_CHANNEL_IDS } from '../../types/vocabulary/payment'
import type { Simulator } from '../wechat-pay/simulator'
import { type ActAs, type Chapter, sitDown } from './act-as'

type Card = Output<'bills.listBills'>['bills'][number]

/** How much of the earlier months each building of 锦绣花园 has paid, in percent; 红旗里 is told as a whole. */
const RATES: Record<string, number> = { 'he-jing 1': 96, 'he-jing 2': 91, 'he-jing 3': 78 }
const RATE_ELSEWHERE = 88

/** Whoever signs in in the demonstration pays by WeChat, and leaves the last two months to be paid by whoever tries it. */
const PAYERS: Record<string, Record<string, string>> = {
  'he-jing': { lin: '3 栋 2 单元 1801', zhou: '1 栋 2 单元 0601', song: '2 栋 2 单元 1101' },
  cao: { qian: '4 栋 2 单元 0501' },
}
const LEFT_MONTHS = 2

/**
 * Most of the earlier months is paid: by the demonstration's own people through WeChat's till, by the others at the counter.
 * Which houses are in arrears follows from their place in the list, so every copy tells the same story.
 */
export const tellPayments =
  (simulator: Simulator): Chapter =>
  async (actAs, log) => {
    for (const cashier of ['he-jing', 'cao']) {
      const { total } = await actAs(cashier)('payments.listReceipts', {})
      if (total.receipts > 0) continue
      const byHouse = groupByHouse(await earlierBills(actAs, cashier))
      const paid = await payByWechat(actAs, simulator, PAYERS[cashier] ?? {}, byHouse)
      const counted = await takeAtCounter(actAs, cashier, byHouse)
      log(`${paid + counted} payments of the earlier months came in, ${paid} of them through the till`)
    }
  }

/** All bills but those of the newest month, as the desk lists them; what was owed before the community came here stays owed. */
async function earlierBills(actAs: ActAs, cashier: string): Promise<Card[]> {
  const all: Card[] = []
  let after: string | undefined
  do {
    const page = await actAs(cashier)('bills.listBills', { filter: 'open', ...(after && { after }) })
    all.push(...page.bills)
    after = page.next
  } while (after)
  const newest = all
    .map(({ from }) => from)
    .sort()
    .at(-1)
  return all.filter(({ from, isOpening }) => from !== newest && !isOpening)
}

function groupByHouse(bills: readonly Card[]): Map<string, Card[]> {
  const byHouse = new Map<string, Card[]>()
  for (const bill of bills) byHouse.set(bill.houseLabel, [...(byHouse.get(bill.houseLabel) ?? []), bill])
  return byHouse
}

async function payByWechat(
  actAs: ActAs,
  simulator: Simulator,
  payers: Record<string, string>,
  byHouse: Map<string, Card[]>,
): Promise<number> {
  let paid = 0
  for (const [uid, house] of Object.entries(payers)) {
    const bills = (byHouse.get(house) ?? []).sort((one, other) => (one.from < other.from ? -1 : 1))
    byHouse.delete(house)
    const billIds = bills.slice(0, Math.max(bills.length - LEFT_MONTHS + 1, 0)).map(({ billId }) => billId)
    if (billIds.length === 0) continue
    const standUp = await sitDown(actAs(uid), (role) => role === 'owner') // who sits in an office pays at home
    const { attemptId, parameters } = await actAs(uid)('payments.preparePayment', { billIds })
    const why = simulator.pay(parameters?.package.replace('prepay_id=', '') ?? '', uid)
    if (why !== undefined) throw new Error(`${uid} could not pay: ${why}`)
    await simulator.notices.settled()
    await actAs(uid)('payments.checkPayment', { attemptId })
    await standUp()
    paid += 1
  }
  return paid
}

/** Each building pays its share, all of what a house owes of the earlier months or nothing. */
async function takeAtCounter(actAs: ActAs, cashier: string, byHouse: Map<string, Card[]>): Promise<number> {
  const houses = [...byHouse].sort(([one], [other]) => (one < other ? -1 : 1))
  const seen = new Map<string, number>()
  let taken = 0
  for (const [house, bills] of houses) {
    const building = house.split(' ')[0] ?? ''
    const place = seen.get(building) ?? 0
    seen.set(building, place + 1)
    const rate = RATES[`${cashier} ${building}`] ?? RATE_ELSEWHERE
    if (Math.floor(((place + 1) * rate) / 100) === Math.floor((place * rate) / 100)) continue // spread evenly
    const amountFen = bills.reduce((sum, bill) => sum + bill.amountFen - bill.paidFen, 0)
    const channel = COUNTER_CHANNEL_IDS[place % COUNTER_CHANNEL_IDS.length] ?? 'cash'
    await actAs(cashier)('payments.takeCash', { billIds: bills.map(({ billId }) => billId), amountFen, channel })
    taken += 1
  }
  return taken
}
