import { accountsDesk, SPENT } from '../../local/testing/accounts-desk'
import { callAs, openTestStage, refusal, type TestStage, yes } from '../../local/testing/stage'
import { COMMUNITY_A, COMMUNITY_B, holderOf } from '../../local/testing/two-communities'
import { main } from './index'

const COMMITTEE = holderOf('A', 'committee')
const SUPERVISOR = holderOf('A', 'supervisor')
const NEIGHBOURHOOD = holderOf('A', 'neighbourhood')
const OWNER = holderOf('A', 'owner')
const Q1 = '2026-01-01'

let stage: TestStage
let a = ''
let b = ''
const desk = accountsDesk(() => stage)
beforeEach(async () => {
  stage = await openTestStage()
  await desk.setClock('2025-01-01T00:00:00Z') // before anyone takes a seat
  a = await stage.found(COMMUNITY_A)
  b = await stage.found(COMMUNITY_B)
  await desk.setClock('2026-04-10T02:00:00Z')
})
afterEach(() => stage.close())

const cockpit = (openid = COMMITTEE, quarter = Q1) => yes(callAs(main, openid, 'accounts.readCockpit', { quarter }))
const read = (openid = OWNER, communityId = a) => yes(callAs(main, openid, 'accounts.readQuarter', { communityId }))
const entries = (openid: string, quarter = Q1) => yes(callAs(main, openid, 'accounts.listEntries', { quarter }))
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

describe('posting', () => {
  it('P1: keeps income, its reasonable cost and the committee’s expenses apart: 56,200.00 − 9,424.00 is 46,776.00', async () => {
    const incomes = {
      groundParking: 3_600_000,
      liftAdverts: 960_000,
      parcelLockers: 240_000,
      siteRental: 500_000,
      charging: 320_000,
    } as const
    for (const [category, amountFen] of Object.entries(incomes)) {
      await desk.post(COMMITTEE, { kind: 'income', category: category as keyof typeof incomes, amountFen })
    }
    for (const [category, amountFen] of [
      ['upkeep', 650_000],
      ['energy', 112_400],
      ['collection', 180_000],
    ] as const) {
      await desk.post(COMMITTEE, { kind: 'cost', category, amountFen })
    }
    const net = await cockpit()
    expect(net).toMatchObject({ incomeFen: 5_620_000, costFen: 942_400, committeeFen: 0, closingFen: 4_677_600 })
    await desk.post(COMMITTEE, { kind: 'committee', category: 'printing', amountFen: 21_800 })
    expect(await cockpit()).toMatchObject({ costFen: 942_400, committeeFen: 21_800, closingFen: 4_655_800 })
  })

  it('is the committee’s alone where there is one, and the manager’s where nobody holds its office', async () => {
    const manager = holderOf('A', 'manager')
    expect(await refusal(post(manager))).toBe('COMMITTEE_KEEPS_BOOKS')
    expect(await refusal(post(OWNER))).toBe('NOT_ALLOWED')
    await stage.see("update seat set until_at = app_now() where role = 'committee'")
    await yes(post(manager))
  })

  it('takes no day to come, no category of another kind and no contract of another category', async () => {
    const sourceId = await withSource(720_000)
    expect(await refusal(post(COMMITTEE, { bookedOn: '2026-04-11' }))).toBe('INVALID_INPUT')
    expect(await refusal(post(COMMITTEE, { kind: 'committee' }))).toBe('INVALID_INPUT')
    expect(await refusal(post(COMMITTEE, { kind: 'income', category: 'charging', sourceId }))).toBe('INVALID_INPUT')
    expect(await refusal(post(COMMITTEE, { sourceId }))).toBe('INVALID_INPUT')
  })

  it('attaches only files that this very person brought for it', async () => {
    const voucher = await desk.voucherOf(COMMITTEE)
    const swapped = { fileId: voucher.redactedFileId, redactedFileId: voucher.fileId }
    expect(await refusal(post(COMMITTEE, { vouchers: [swapped] }))).toBe('NOT_FOUND')
    expect(await refusal(post(holderOf('B', 'committee'), { vouchers: [voucher] }))).toBe('NOT_FOUND')
    await yes(post(COMMITTEE, { vouchers: [voucher] }))
  })

  it('begins with what was there before, once, on the last day of a quarter', async () => {
    const opening = { kind: 'opening', category: undefined, amountFen: 1_000_000, words: '上年结余' } as const
    expect(await refusal(post(COMMITTEE, { ...opening, bookedOn: '2025-12-30' }))).toBe('INVALID_INPUT')
    await yes(post(COMMITTEE, { ...opening, bookedOn: '2025-12-31' }))
    expect(await refusal(post(COMMITTEE, { ...opening, bookedOn: '2025-12-31' }))).toBe('BOOKS_BEGUN')
    expect(await refusal(post(COMMITTEE, { bookedOn: '2025-12-31' }))).toBe('INVALID_INPUT')
    expect(await cockpit()).toMatchObject({ quarter: Q1, openingFen: 1_000_000, closingFen: 1_000_000 })
  })
})

describe('taking back', () => {
  it('invariant 18: nobody takes back their own entry, whichever account they act in; a second person does, linked to it', async () => {
    const { entryId } = await desk.post(COMMITTEE)
    const take = (openid: string) => callAs(main, openid, 'accounts.reverseEntry', { entryId, reason: '金额抄错了' })
    expect(await refusal(take(COMMITTEE))).toBe('ENTRY_OWN')
    await stage.see(
      `insert into contact (community_id, person_id, name, phone)
       select seat.community_id, person_id, '同一部电话', '13000000001' from seat
       where community_id = $1 and role in ('committee', 'supervisor')
       on conflict (community_id, person_id) do update set phone = excluded.phone`,
      [a],
    )
    expect(await refusal(take(SUPERVISOR))).toBe('ENTRY_OWN')
    const reversal = await yes(take(NEIGHBOURHOOD))
    expect(reversal).toMatchObject({ reverses: entryId, bookedOn: SPENT.bookedOn })
    expect(await refusal(take(NEIGHBOURHOOD))).toBe('JOURNAL_REVERSED')
    expect((await cockpit()).closingFen).toBe(0)
    const [mirror, entry] = (await entries(COMMITTEE)).entries
    expect(mirror).toMatchObject({ reverses: entryId, amountFen: -1_200, mayReverse: false })
    expect(entry).toMatchObject({ entryId, reversedBy: reversal.entryId, mayReverse: false, voucherMissing: false })
  })

  it('is booked today as a correction once its quarter is published', async () => {
    const { entryId } = await desk.publishNext('A')
    const back = await yes(callAs(main, NEIGHBOURHOOD, 'accounts.reverseEntry', { entryId, reason: '付重了一次' }))
    expect(back.bookedOn).toBe('2026-04-10')
    const [mirror] = (await entries(COMMITTEE, '2026-04-01')).entries
    expect(mirror).toMatchObject({ correctsQuarter: '2026-01-01', amountFen: -1_200 })
  })
})

describe('reading', () => {
  it('shows residents published entries up to the head with redacted vouchers, and nothing of a running quarter', async () => {
    const { quarter } = await desk.publishNext('A')
    await desk.post(COMMITTEE, { bookedOn: '2026-04-02' })
    expect((await entries(OWNER, '2026-04-01')).entries).toEqual([])
    const [seen] = (await entries(OWNER, quarter)).entries
    expect(seen).toMatchObject({ amountFen: 1_200, words: '车位划线', mayReverse: false, mayAttach: false })
    expect(seen?.vouchers[0]).toEqual({ redactedFileId: expect.any(String), sha256: expect.any(String), late: false })
    expect((await entries(SUPERVISOR, quarter)).entries[0]?.vouchers[0]?.fileId).toEqual(expect.any(String))
    expect((await entries(holderOf('B', 'owner'), quarter)).entries).toEqual([])
  })

  it('invariant 20: tells a stranger the figures and no name, no telephone and no house', async () => {
    await withSource(0)
    await desk.publishNext('A')
    const seen = await read('nobody-knows-me')
    expect(seen.statement).toMatchObject({ costFen: 1_200, closingFen: -1_200 })
    const people = await stage.see<{ name: string; phone: string | null }>(
      'select name, phone from contact where community_id = $1',
      [a],
    )
    const counterparties = await stage.see<{ name: string }>('select counterparty as name from revenue_source')
    const said = JSON.stringify(seen)
    for (const { name } of [...people, ...counterparties]) expect(said).not.toContain(name)
    for (const house of ['0101', '0102']) expect(said).not.toMatch(new RegExp(`\\d-\\d-${house}|栋.*${house}`))
    expect(said).not.toMatch(/1\d{10}(?!\d)/)
    expect((await read('nobody-knows-me', b)).statement).toBeUndefined()
  })

  it('turns the pages of a long quarter without missing or repeating an entry', async () => {
    for (let n = 1; n <= 23; n += 1) await yes(post(COMMITTEE, { amountFen: n }))
    const first = await entries(COMMITTEE)
    const second = await yes(callAs(main, COMMITTEE, 'accounts.listEntries', { quarter: Q1, after: first.next ?? '' }))
    const amounts = [...first.entries, ...second.entries].map(({ amountFen }) => amountFen)
    expect(amounts).toEqual(Array.from({ length: 23 }, (_, n) => 23 - n))
    expect(second.next).toBeUndefined()
    expect(
      await refusal(callAs(main, COMMITTEE, 'accounts.listEntries', { quarter: Q1, after: '2026-02-31_1_1' })),
    ).toBe('INVALID_INPUT')
  })

  it('compares what each contract should bring with what came, by the days that it holds', async () => {
    const sourceId = await withSource(720_000)
    await stage.see("update revenue_source set until_on = '2026-03-02'") // 60 of 90 days
    await desk.post(COMMITTEE, { kind: 'income', category: 'liftAdverts', amountFen: 400_000, sourceId })
    const { sources, checks } = await cockpit()
    expect(sources).toEqual([expect.objectContaining({ sourceId, expectedFen: 480_000, receivedFen: 400_000 })])
    expect(checks.find(({ check }) => check === 'gaps')).toMatchObject({ standing: 'todo' })
  })
})
