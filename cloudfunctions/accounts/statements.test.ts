import fc from 'fast-check'
import { accountsDesk, SPENT } from '../../local/testing/accounts-desk'
import { callAs, openTestStage, refusal, type TestStage, yes } from '../../local/testing/stage'
import { COMMUNITY_A, holderOf } from '../../local/testing/two-communities'
import { main } from './index'

const COMMITTEE = holderOf('A', 'committee')
const SUPERVISOR = holderOf('A', 'supervisor')
const NEIGHBOURHOOD = holderOf('A', 'neighbourhood')
const OWNER = holderOf('A', 'owner')
const Q1 = '2026-01-01'

let stage: TestStage
let a = ''
const desk = accountsDesk(() => stage)
beforeEach(async () => {
  stage = await openTestStage()
  await desk.setClock('2025-01-01T00:00:00Z') // before anyone takes a seat
  a = await stage.found(COMMUNITY_A)
  await desk.setClock('2026-04-10T02:00:00Z')
})
afterEach(() => stage.close())

const cockpit = (openid = COMMITTEE, quarter = Q1) => yes(callAs(main, openid, 'accounts.readCockpit', { quarter }))
const read = (openid = OWNER, communityId = a) => yes(callAs(main, openid, 'accounts.readQuarter', { communityId }))
const post = (openid: string, entry: Partial<typeof SPENT> = {}) =>
  callAs(main, openid, 'accounts.postEntry', { ...SPENT, ...entry })

async function withSource(expectedFen: number, category = 'liftAdverts'): Promise<string> {
  const [source] = await stage.see<{ source_id: string }>(
    `insert into revenue_source (community_id, source_id, category, asset_words, counterparty, contract_number, from_on, expected_fen, scope)
     values ($1, gen_random_uuid(), $2, '轿厢广告框 12 个', '示例传媒', gen_random_uuid()::text, '2025-01-01', $3, 'all') returning source_id`,
    [a, category, expectedFen],
  )
  return source?.source_id ?? ''
}

describe('the quarter', () => {
  it('Q1: is due 15 days after its end, and says for ever that it came three days late', async () => {
    await desk.post(COMMITTEE)
    expect(await cockpit()).toMatchObject({ dueOn: '2026-04-15', daysLeft: 5 })
    const drafted = await desk.draft(COMMITTEE, Q1)
    await yes(desk.review(SUPERVISOR, drafted))
    await desk.setClock('2026-04-17T16:30:00Z') // 00:30 on the 18th in Shanghai
    expect(await yes(desk.publish(COMMITTEE, drafted))).toMatchObject({ publishedOn: '2026-04-18', lateDays: 3 })
    const { statement, next } = await read()
    expect(statement).toMatchObject({
      dueOn: '2026-04-15',
      lateDays: 3,
      objectionUntil: '2026-05-18',
      reviewedBy: '监督人',
    })
    expect(next).toMatchObject({ quarter: '2026-04-01', dueOn: '2026-07-15', over: false, lateDays: 0 })
  })

  it('Q2: changes no more once it is published, neither by a call nor by somebody with every right', async () => {
    const { entryId } = await desk.publishNext('A')
    expect(await refusal(post(COMMITTEE))).toBe('BOOKS_CLOSED')
    const voucher = await desk.voucherOf(COMMITTEE)
    expect(await refusal(callAs(main, COMMITTEE, 'accounts.attachVouchers', { entryId, vouchers: [voucher] }))).toBe(
      'BOOKS_CLOSED',
    )
    const again = callAs(main, COMMITTEE, 'accounts.draftQuarter', { quarter: Q1, gaps: [] })
    expect(await refusal(again)).toBe('QUARTER_NOT_NEXT')
    for (const change of ['update statement set late_days = 0', 'delete from statement', 'truncate statement']) {
      await expect(stage.see(change)).rejects.toThrow('does not change')
    }
  })

  it('waits for its end, and for the quarters before it', async () => {
    await desk.post(COMMITTEE, { bookedOn: '2025-11-05' })
    expect(await refusal(callAs(main, COMMITTEE, 'accounts.draftQuarter', { quarter: Q1, gaps: [] }))).toBe(
      'QUARTER_NOT_NEXT',
    )
    await desk.publishNext('A')
    await desk.publishNext('A')
    const running = callAs(main, COMMITTEE, 'accounts.draftQuarter', { quarter: '2026-04-01', gaps: [] })
    expect(await refusal(running)).toBe('QUARTER_NOT_OVER')
  })

  it('invariant 18: is reviewed by neither who made it nor who posted in it, whichever seat they act in', async () => {
    await desk.post(COMMITTEE)
    const drafted = await desk.draft(COMMITTEE, Q1)
    await stage.see(
      `update identity set person_id = (select person_id from identity where subject = $1) where subject = $2`,
      [COMMITTEE, NEIGHBOURHOOD],
    )
    await stage.see(
      `update seat set person_id = (select person_id from identity where subject = $1) where role = 'neighbourhood' and community_id = $2`,
      [COMMITTEE, a],
    )
    await stage.see(
      `update identity set acting_seat_id = (select seat_id from seat where role = 'neighbourhood' and community_id = $2) where subject = $1`,
      [NEIGHBOURHOOD, a],
    )
    expect(await refusal(desk.review(NEIGHBOURHOOD, drafted))).toBe('STATEMENT_SAME_PERSON')
    expect(await refusal(desk.review(COMMITTEE, drafted))).toBe('NOT_ALLOWED')
    expect(await refusal(desk.publish(COMMITTEE, drafted))).toBe('WRONG_STATE')
    await yes(desk.review(SUPERVISOR, drafted))
  })

  it('is published as it was reviewed: an entry, a voucher or a contract that changes it voids the review', async () => {
    const sourceId = await withSource(1_000)
    const { entryId } = await desk.post(COMMITTEE)
    const gaps = [{ sourceId, words: '合同从二月才开始' }]
    const changes = [
      () => desk.post(COMMITTEE, { amountFen: 100 }),
      async () =>
        callAs(main, COMMITTEE, 'accounts.attachVouchers', { entryId, vouchers: [await desk.voucherOf(COMMITTEE)] }),
      () => stage.see('update revenue_source set expected_fen = 2000'),
    ]
    for (const change of changes) {
      const drafted = await desk.draft(COMMITTEE, Q1, gaps)
      await yes(desk.review(SUPERVISOR, drafted))
      await change()
      expect(await refusal(desk.publish(COMMITTEE, drafted))).toBe('STATEMENT_CHANGED')
      expect((await cockpit()).statement).toMatchObject({ state: 'reviewed', stale: true, moves: [{ act: 'draft' }] })
    }
    const drafted = await desk.draft(COMMITTEE, Q1, gaps)
    expect((await cockpit()).statement).toMatchObject({ state: 'draft', stale: false })
    expect(await refusal(desk.publish(COMMITTEE, { ...drafted, contentSha256: 'a'.repeat(64) }))).toBe('WRONG_STATE')
    await yes(desk.review(SUPERVISOR, drafted))
    await desk.post(COMMITTEE, { bookedOn: '2026-04-02' }) // of the next quarter: this one stays as it was reviewed
    await yes(desk.publish(COMMITTEE, drafted))
  })

  it('is reviewed only when every step is done, and says which are not', async () => {
    const sourceId = await withSource(720_000)
    await yes(post(COMMITTEE)) // without its voucher
    const drafted = await yes(callAs(main, COMMITTEE, 'accounts.draftQuarter', { quarter: Q1, gaps: [] }))
    const reply = await desk.review(SUPERVISOR, drafted)
    expect(reply).toMatchObject({ ok: false, error: { code: 'STATEMENT_INCOMPLETE' } })
    const said = JSON.stringify(reply)
    for (const words of ['还缺 1 笔', '电梯广告少收了', '银行余额证明']) expect(said).toContain(words)
    const [missing] = (await cockpit()).missing
    await yes(
      callAs(main, COMMITTEE, 'accounts.attachVouchers', {
        entryId: missing?.entryId ?? '',
        vouchers: [await desk.voucherOf(COMMITTEE)],
      }),
    )
    const whole = await desk.draft(COMMITTEE, Q1, [{ sourceId, words: '公司说下季一起付' }])
    await yes(desk.review(SUPERVISOR, whole))
  })

  it('is made and published by the manager and reviewed by the neighbourhood where there is no committee', async () => {
    await stage.see("update seat set until_at = app_now() where role in ('committee', 'supervisor')")
    const manager = holderOf('A', 'manager')
    await desk.post(manager)
    const drafted = await desk.draft(manager, Q1)
    expect(await refusal(desk.publish(manager, drafted))).toBe('WRONG_STATE')
    await yes(desk.review(NEIGHBOURHOOD, drafted))
    expect(await yes(desk.publish(manager, drafted))).toMatchObject({ state: 'published' })
  })

  it('invariant 4: closes with every entry before its end up to its head, and opens with what the last one closed', async () => {
    const posting = fc.record({
      kind: fc.constantFrom('income' as const, 'cost' as const, 'committee' as const),
      amountFen: fc.integer({ min: 1, max: 1_000_000_000 }),
      day: fc.integer({ min: 0, max: 89 }),
      back: fc.boolean(),
    })
    const category = { income: 'charging', cost: 'tax', committee: 'audit' } as const
    const quarters = ['2025-01-01', '2025-04-01', '2025-07-01', '2025-10-01', '2026-01-01']
    const [sample = []] = fc.sample(
      fc.array(fc.array(posting, { minLength: 1, maxLength: 6 }), { minLength: 5, maxLength: 5 }),
      1,
    )
    let lastClosing = 0
    for (const [place, postings] of sample.entries()) {
      const quarter = quarters[place] ?? Q1
      for (const { kind, amountFen, day, back } of postings) {
        const bookedOn = new Date(Date.parse(quarter) + day * 86_400_000).toISOString().slice(0, 10)
        const { entryId } = await desk.post(COMMITTEE, { kind, category: category[kind], amountFen, bookedOn })
        if (back) await yes(callAs(main, NEIGHBOURHOOD, 'accounts.reverseEntry', { entryId, reason: '抄错了数字' }))
      }
      const drafted = await desk.draft(COMMITTEE, quarter)
      await yes(desk.review(SUPERVISOR, drafted))
      await yes(desk.publish(COMMITTEE, drafted))
      const { statement } = await read()
      const [sum] = await stage.see<{ balance: string }>(
        `select sum(l.debit_fen - l.credit_fen) as balance from journal j join journal_line l using (community_id, ledger_id, seq)
         where l.account = '1002.02' and j.booked_on < $1 and j.seq <= $2`,
        [statement?.to, statement?.headSeq],
      )
      expect(statement).toMatchObject({ quarter, openingFen: lastClosing, closingFen: Number(sum?.balance) })
      lastClosing = statement?.closingFen ?? 0
    }
  }, 60_000)
})
