import { main as clockwork } from '../clockwork'
import { main as payments } from '.'
import type { main as paymentNotice } from '../payment-notice'
import { type Patch, mutantOf } from '../../local/testing/mutant'
import { billsToPay } from '../../local/testing/paying'
import { histories, live, type PaymentMains, type Step } from '../../local/testing/payment-histories'
import { openTestStage, type TestStage } from '../../local/testing/stage'
import { openTestWechatPay, type TestWechatPay } from '../../local/testing/wechat-pay'
import { COMMUNITY_A, COMMUNITY_B } from '../../local/testing/two-communities'

/** Whoever doubts a run takes its seed from the test’s name. */
const SEED = 20_261_122

interface World {
  stage: TestStage
  wechat: TestWechatPay
  newBill: () => Promise<string>
}
let worlds: World[] = []

async function openWorld(): Promise<World> {
  const stage = await openTestStage()
  const newBill = await billsToPay(stage, COMMUNITY_A)
  await stage.found(COMMUNITY_B)
  const world = { stage, newBill, wechat: await openTestWechatPay(stage) }
  worlds.push(world)
  return world
}
afterEach(async () => {
  for (const { stage, wechat } of worlds) {
    await wechat.close()
    await stage.close()
  }
  worlds = []
})

/** The laws that broke in the first of so many histories that breaks any; none when all of them hold. */
async function brokenIn(world: World, mains: PaymentMains, count: number): Promise<string[]> {
  for (const history of histories(SEED, count)) {
    const broken = await live({ ...world, mains }, history)
    if (broken.length > 0) return broken.map(({ law }) => law)
  }
  return []
}

it(`keeps every law after every step of 40 histories (seed ${SEED})`, async () => {
  expect(await brokenIn(await openWorld(), { payments, clockwork }, 40)).toEqual([])
}, 120_000)

const APPLY = 'cloudfunctions/shared/payment/apply-payment.ts'
const SETTLE = 'cloudfunctions/shared/payment/settle-attempt.ts'

const EVERYWHERE = ['payments', 'clockwork', 'payment-notice']
const WHERE_WECHAT_IS_ASKED = ['payments', 'clockwork']

interface Mutant {
  name: string
  patches: Patch[]
  /** The functions whose bundles hold the mistake. */
  functions: string[]
  /** The wall of the database that is taken away with it, where one stands behind. */
  without?: string
  /** The shortest story that tells. */
  story: Step[]
}

const prepare: Step = { does: 'prepare', by: 'owner' }

/** Mistakes that others have made: each breaks a law in its story, and the real functions keep all of them in the same one. */
const MUTANTS: Mutant[] = [
  {
    name: 'posts a payment each time it is told (no-dedupe)',
    patches: [
      { file: APPLY, find: 'if (earlier) return { receiptId: earlier, isNew: false }', replace: 'void earlier' },
    ],
    functions: EVERYWHERE,
    without: 'alter table receipt drop constraint receipt_of_transaction',
    story: [prepare, { does: 'press', notice: 'three at once' }],
  },
  {
    name: 'closes an order here without WeChat (close-local)',
    patches: [
      {
        file: SETTLE,
        find: 'if (await closesAtWechat(line, attempt.outTradeNo))',
        replace: 'void closesAtWechat; if (attempt)',
      },
    ],
    functions: WHERE_WECHAT_IS_ASKED,
    story: [prepare, { does: 'cancel', by: 'owner' }],
  },
  {
    name: 'puts more on a bill than it owes (overpay-ok)',
    patches: [
      {
        file: 'cloudfunctions/shared/payment/rules/allocate.ts',
        find: 'Math.min(leftFen, bill.meantFen, openFenOf(bill))',
        replace: 'Math.min(leftFen, bill.meantFen)',
      },
    ],
    functions: EVERYWHERE,
    story: [
      prepare,
      { does: 'fault', call: 'close', fault: '500 before' },
      { does: 'fault', call: 'query', fault: '500 before' },
      { does: 'cash', part: false },
      { does: 'press', notice: undefined },
    ],
  },
  {
    name: 'waits for notices alone (no-query)',
    patches: [
      {
        file: SETTLE,
        find: 'await learn(step, attempt, await line.queryOrder(attempt.outTradeNo))',
        replace: 'void line',
      },
      {
        file: SETTLE,
        find: 'const found = await line.queryOrder(attempt.outTradeNo)',
        replace: 'const found = undefined',
      },
    ],
    functions: WHERE_WECHAT_IS_ASKED,
    story: [prepare, { does: 'press', notice: 'lost' }],
  },
]

it.each(MUTANTS)(
  'notices a payment that $name',
  async ({ patches, functions, without, story }) => {
    const world = await openWorld()
    expect(await live({ ...world, mains: { payments, clockwork } }, story)).toEqual([])
    if (without) await world.stage.see(without)
    const made = new Map(await Promise.all(functions.map(async (fn) => [fn, await mutantOf(fn, patches)] as const)))
    const mains = { payments: made.get('payments') ?? payments, clockwork: made.get('clockwork') ?? clockwork }
    const notice = made.get('payment-notice') as typeof paymentNotice | undefined
    if (notice) world.wechat.notice.receive = notice
    expect(await live({ ...world, mains }, story)).not.toEqual([])
  },
  60_000,
)

it('lets nobody take an attempt back from what it came to, not even the owner of the tables', async () => {
  const { stage, newBill } = await openWorld()
  const [seed] = await stage.see<{ community_id: string; issued_by: string; pay_account_id: string }>(
    `select b.community_id, b.issued_by, (select pay_account_id from pay_account limit 1) from bill b where bill_id = $1`,
    [await newBill()],
  )
  await stage.see(
    `insert into pay_attempt (community_id, attempt_id, pay_account_id, out_trade_no, person_id, amount_fen, request_body, state,
       started_at, pay_before, ended_at, next_check_at)
     values ($1, gen_random_uuid(), $3, 'MJ0000000001', $2, 1, '{}', 'paid', now(), now() + interval '1 hour', now(), now())`,
    [seed?.community_id, seed?.issued_by, seed?.pay_account_id],
  )
  await expect(stage.see("update pay_attempt set state = 'closed'")).rejects.toThrow('never goes back')
})
