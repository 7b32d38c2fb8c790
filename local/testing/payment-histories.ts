import fc from 'fast-check'
import type { Main } from '../../cloudfunctions/shared/call/serve'
import type { Output } from '../../types/contracts'
import { ANSWER_FAULTS, NOTICE_FAULTS, type AnswerFault, type NoticeFault } from '../wechat-pay/faults'
import { type Broken, invariantsOf } from './paying'
import { callAs, type TestStage, timerContext } from './stage'
import { holderOf } from './two-communities'
import type { TestWechatPay } from './wechat-pay'

/** The functions that a history goes through: the real ones, or ones with a mistake put in on purpose. */
export interface PaymentMains {
  payments: Main
  clockwork: Main
}

export type Step =
  | { does: 'prepare' | 'check' | 'cancel'; by: 'owner' | 'family' }
  | { does: 'press'; notice: NoticeFault | undefined }
  | { does: 'cash'; part: boolean }
  | { does: 'later'; minutes: number }
  | { does: 'fault'; call: 'create' | 'query' | 'close'; fault: AnswerFault }

const by = fc.constantFrom('owner' as const, 'family' as const)
// An answer that never comes costs a second of patience; one of the lost ones is enough.
const faults = ANSWER_FAULTS.filter((fault) => fault !== 'lost before')
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ does: fc.constant('prepare' as const), by }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constantFrom('check' as const, 'cancel' as const), by }) },
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant('press' as const),
      notice: fc.option(fc.constantFrom(...NOTICE_FAULTS), { nil: undefined }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('cash' as const), part: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('later' as const), minutes: fc.constantFrom(1, 31) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('fault' as const),
      call: fc.constantFrom('create' as const, 'query' as const, 'close' as const),
      fault: fc.constantFrom(...faults),
    }),
  },
)

/** What people, WeChat and time do to one bill, in any order. */
export const histories = (seed: number, count: number): Step[][] =>
  fc.sample(fc.array(step, { minLength: 3, maxLength: 9 }), { seed, numRuns: count })

/** Time passes for every order that can still be paid. */
export const letTimePass = (stage: TestStage, minutes: number) =>
  stage.see(
    `update pay_attempt set next_check_at = next_check_at - make_interval(mins => ${minutes}),
       pay_before = pay_before - make_interval(mins => ${minutes}), started_at = started_at - make_interval(mins => ${minutes})
     where state in ('new', 'open')`,
  )

/** Lives through one history of a new bill, looks at every law after every step, and gives the first ones that broke. */
export async function live(
  {
    stage,
    wechat,
    mains,
    newBill,
  }: { stage: TestStage; wechat: TestWechatPay; mains: PaymentMains; newBill: () => Promise<string> },
  history: readonly Step[],
): Promise<Broken[]> {
  const billIds = [await newBill()]
  const payers = { owner: holderOf('A', 'owner'), family: holderOf('A', 'family') }
  let prepared: { payment: Output<'payments.preparePayment'>; payer: string } | undefined
  const call = async <N extends Parameters<typeof callAs>[2]>(
    who: string,
    name: N,
    input: Parameters<typeof callAs<N>>[3],
  ) => {
    const reply = await callAs(mains.payments, who, name, input)
    if (!reply.ok && reply.error.code === 'FAULT') faulty.push({ law: 'no call is a fault of ours', what: name })
    return reply
  }
  const faulty: Broken[] = []
  const turn = () => mains.clockwork({}, timerContext())
  const doStep = async (it: Step): Promise<void> => {
    switch (it.does) {
      case 'prepare': {
        const reply = await call(payers[it.by], 'payments.preparePayment', { billIds })
        if (reply.ok) prepared = { payment: reply.data, payer: payers[it.by] }
        return
      }
      case 'check':
      case 'cancel': {
        if (!prepared) return
        const { attemptId } = prepared.payment
        const name = it.does === 'check' ? 'payments.checkPayment' : 'payments.cancelPayment'
        await call(payers[it.by], name, { attemptId })
        return
      }
      case 'press':
        if (it.notice) wechat.simulator.faults.askNotice(it.notice)
        if (prepared) wechat.press(prepared.payment.parameters?.package ?? '', prepared.payer)
        await wechat.settled()
        return
      case 'cash':
        await call(holderOf('A', 'clerk'), 'payments.takeCash', {
          billIds,
          amountFen: it.part ? 1 : 13425,
          channel: 'cash',
        })
        return
      case 'later':
        await letTimePass(stage, it.minutes)
        await turn()
        return
      case 'fault':
        wechat.simulator.faults.ask(it.call, it.fault)
    }
  }
  for (const it of history) {
    await doStep(it)
    const broken = [...faulty, ...(await invariantsOf(stage, wechat))]
    if (broken.length > 0) return broken
  }
  wechat.simulator.faults.clear()
  await letTimePass(stage, 31)
  await stage.see('update notice_inbox set next_try_at = app_now() where applied_at is null')
  await turn()
  await wechat.settled()
  return [...faulty, ...(await invariantsOf(stage, wechat, { settled: true }))]
}
