import { callAs, openTestStage, refusal, type TestStage, timerContext, yes } from '../../local/testing/stage'
import { COMMUNITY_A, COMMUNITY_B, holderOf } from '../../local/testing/two-communities'
import type { Input, Output } from '../../types/contracts'
import { ROLES } from '../../types/vocabulary/roles'
import { main as clockwork } from '../clockwork'
import { main as members } from '../members'
import { listItemsInForce } from '../shared/billing/board-store'
import { pool } from '../shared/db/pool'
import { enterScope } from '../shared/db/scope-store'
import { inTransaction } from '../shared/db/transaction'
import { main as fees } from '.'

const clerk = holderOf('A', 'clerk')
const cashier = holderOf('A', 'cashier')
const manager = holderOf('A', 'manager')

let stage: TestStage
let community = ''
let bare = ''
beforeAll(async () => {
  stage = await openTestStage()
  await today('2026-01-10') // before anyone takes a seat
  community = await stage.found(COMMUNITY_A)
  const { contract: _unsigned, ...uncontracted } = COMMUNITY_B
  bare = await stage.found(uncontracted)
})
afterAll(() => stage.close())

/** Turns the one clock to noon (Asia/Shanghai) of a day. */
const today = (day: string) =>
  stage.see(
    `insert into clock_offset (offset_seconds) values (extract(epoch from $1::timestamptz - now())::bigint)
     on conflict (only_row) do update set offset_seconds = excluded.offset_seconds`,
    [`${day} 12:00+08`],
  )

type Draft = Input<'fees.draftBoard'>
type Item = NonNullable<Draft['content']>['items'][number]
const service = (priceE4: number): Item => ({
  code: 'property_service',
  name: '物业服务费',
  kind: 'area',
  tier: 'basic',
  per: 'month',
  priceE4,
  unitWords: '每平方米 · 月',
  basisWords: '物业服务合同第 8 条',
})
const lamp: Item = { code: 'change_lamp', name: '换灯', kind: 'special', tier: 'special', per: 'use', priceE4: 150_000, unitWords: '每次', basisWords: '价目表' }
const FACTS = {
  payers: '全体业主',
  services: '共用部位养护、保洁、秩序、绿化',
  chargeMethod: '不动产权证面积 × 单价',
  chargeStart: '交房次日',
  payMethods: '按月，微信或服务窗口',
  specialService: '',
  complaintPhone: '0000-8000001',
  reportPhone: '12315',
  priceRegime: 'guide',
} as const
const CLAUSE = { kind: 'contract clause', words: '合同第 8 条：每两年可以按成本调价一次' } as const

type Change = Partial<NonNullable<Draft['content']>>
const draftOf = (effectiveFrom: string, priceE4: number, change: Change = {}): Draft => ({
  effectiveFrom,
  content: { facts: FACTS, items: [service(priceE4), lamp], ...change },
})
const draft = (input: Draft, by = clerk) => callAs(fees, by, 'fees.draftBoard', input)
const review = (seen: Output<'fees.draftBoard'>, by = manager) =>
  callAs(fees, by, 'fees.reviewBoard', { boardId: seen.boardId, contentSha256: seen.contentSha256 })
const post = (seen: Output<'fees.draftBoard'>, by = manager) =>
  callAs(fees, by, 'fees.postBoard', { boardId: seen.boardId, contentSha256: seen.contentSha256 })
const read = (boardId?: string) =>
  yes(callAs(fees, 'nobody-knows-me', 'fees.readBoard', { communityId: community, ...(boardId && { boardId }) }))

it('shows an empty wall to whoever asks before anything is posted', async () => {
  const { board, versions } = await read()
  expect([board, versions]).toEqual([undefined, []])
})

it('starts no board where no service contract is on record', async () => {
  expect(await refusal(draft(draftOf('2026-02-01', 13500), holderOf('B', 'clerk')))).toBe('FEE_BOARD_NO_CONTRACT')
  expect((await yes(callAs(fees, holderOf('B', 'clerk'), 'fees.listBoards', {}))).hasContract).toBe(false)
  expect(bare).not.toBe('')
})

it('tells a resident the area of their own house, and nobody else’s', async () => {
  const houseOf = async (openid: string) => (await yes(callAs(members, openid, 'members.showMe', {}))).seats[0]?.houses[0]?.houseId ?? ''
  const mine = await houseOf('A-owner')
  expect(await yes(callAs(fees, 'A-tenant', 'fees.readHouseArea', { houseId: mine }))).toEqual({ houseId: mine, area100: 8950 })
  expect(await refusal(callAs(fees, 'A-owner', 'fees.readHouseArea', { houseId: await houseOf('neighbour') }))).toBe('NOT_FOUND')
})

describe('the first board', () => {
  it('keeps half a draft, and says at review what is missing', async () => {
    const half = await yes(draft(draftOf('2025-06-01', 13500, { facts: { ...FACTS, reportPhone: '', payers: '' } })))
    const reply = await review(half)
    expect(reply).toMatchObject({
      ok: false,
      error: { code: 'FEE_BOARD_INCOMPLETE', details: { fields: [{ path: 'facts.payers' }, { path: 'facts.reportPhone' }] } },
    })
  })

  it('needs no notice, but holds no day on which it did not hang', async () => {
    const early = await yes(draft(draftOf('2025-06-01', 13500)))
    expect(await refusal(review(early))).toBe('FEE_BOARD_TOO_EARLY')
    const onPaper = await yes(draft(draftOf('2025-06-01', 13500, { shownSince: '2025-05-01' })))
    expect(onPaper.boardId).toBe(early.boardId) // one draft a person, written anew
  })

  it('is reviewed by a second employee, never by whoever wrote it', async () => {
    const mine = await yes(draft(draftOf('2025-06-01', 13500, { shownSince: '2025-05-01' })))
    expect(mine.moves.map(({ act }) => act)).toEqual(['change', 'drop'])
    expect(await refusal(review(mine, clerk))).toBe('FEE_BOARD_SAME_PERSON')
    await stage.see("update contact set phone = '13800000009' where name in ('A' || $1, 'A收费员')", [ROLES.clerk.zh])
    expect(await refusal(review(mine, cashier))).toBe('FEE_BOARD_SAME_PERSON') // one number counts as one person
    const offered = await yes(callAs(fees, cashier, 'fees.readDraft', { boardId: mine.boardId }))
    expect(offered.moves.map(({ act }) => act)).not.toContain('review') // and is offered no button that refuses
    await stage.see('update contact set phone = null')
    const reviewed = await yes(review(mine, cashier))
    expect(reviewed.state).toBe('reviewed')
    expect((await yes(callAs(fees, manager, 'fees.readDraft', { boardId: mine.boardId }))).reviewedBy).toBe('A收费员')
  })

  it('is reviewed again after any change, and posted only as it was reviewed', async () => {
    const changed = await yes(draft(draftOf('2025-06-01', 13400, { shownSince: '2025-05-01' })))
    expect(changed.state).toBe('draft')
    expect(await refusal(post(changed))).toBe('WRONG_STATE')
    const seen = await yes(draft(draftOf('2025-06-01', 13500, { shownSince: '2025-05-01' })))
    expect(await refusal(review(changed))).toBe('FEE_BOARD_CHANGED') // what the reviewer read is no longer there
    const reviewed = await yes(review(seen))
    await stage.see('update fee_item set price_e4 = 99999 where board_id = $1 and code = $2', [seen.boardId, 'property_service'])
    expect(await refusal(post(reviewed))).toBe('FEE_BOARD_CHANGED') // even past our own calls
    await stage.see('update fee_item set price_e4 = 13500 where board_id = $1 and code = $2', [seen.boardId, 'property_service'])
    expect((await yes(post(reviewed))).version).toBe(1)
  })

  it('hangs for everyone, complete with its eighteen items, grade, promises and telephones', async () => {
    const { board, phones } = await read()
    expect(board).toMatchObject({ version: 1, standing: 'inForce', effectiveFrom: '2025-06-01', shownSince: '2025-05-01', chargeMode: 'lump sum' })
    expect(board?.duties.filter(({ answer }) => answer === undefined)).toEqual([])
    expect(board?.duties).toHaveLength(18)
    expect(board?.ladder.map(({ code, best, own }) => `${code}${best ? '最高' : ''}${own ? '本小区' : ''}`)).toEqual(['一级最高', '二级本小区', '三级'])
    expect(board?.promises).toHaveLength(1)
    expect(phones).toHaveLength(1)
    expect(JSON.stringify(board)).not.toContain('客服"') // nobody's name is on a public board
  })

  it('cannot be changed afterwards, not even past our own calls', async () => {
    await expect(stage.see("update fee_board set facts = '{}' where state = 'posted'")).rejects.toThrow('does not change')
    await expect(stage.see('update fee_item set price_e4 = 1')).rejects.toThrow('does not change')
    await expect(stage.see('delete from fee_item')).rejects.toThrow('does not change')
  })

  it('tells every resident once, and they open it from the message', async () => {
    await clockwork({}, timerContext())
    const { board } = await read()
    for (const resident of ['A-owner', 'A-family', 'A-tenant', 'neighbour', 'two-seats']) {
      const { messages } = await yes(callAs(members, resident, 'members.listMessages', {}))
      expect(messages.filter(({ topic }) => topic === 'boardPosted')).toMatchObject([{ boardId: board?.boardId }])
      expect(messages[0]?.text).toContain('第 1 版')
    }
    const { messages } = await yes(callAs(members, 'A-supervisor', 'members.listMessages', {}))
    expect(messages).toEqual([])
  })
})

describe('a rise', () => {
  it('F10: posted on 20 April, it is refused for 1 May and accepted for 20 May', async () => {
    await today('2026-04-20')
    const early = await yes(draft(draftOf('2026-05-01', 15000, { basis: CLAUSE })))
    const reply = await review(early)
    expect(reply).toMatchObject({ ok: false, error: { code: 'FEE_BOARD_TOO_EARLY', details: { fields: [{ path: 'effectiveFrom' }] } } })
    const inTime = await yes(draft(draftOf('2026-05-20', 15000, { basis: CLAUSE })))
    const reviewed = await yes(review(inTime))
    await today('2026-04-21') // a day lost: the notice runs from posting
    expect(await refusal(post(reviewed))).toBe('FEE_BOARD_TOO_EARLY')
    await today('2026-04-20')
    expect((await yes(post(reviewed))).version).toBe(2)
  })

  it('is refused without the owners’ decision or the clause, whatever notice is given', async () => {
    const bold = await yes(draft(draftOf('2026-09-01', 16000)))
    expect(await refusal(review(bold))).toBe('FEE_BOARD_NEEDS_DECISION')
    const seen = await yes(callAs(fees, manager, 'fees.readDraft', { boardId: bold.boardId }))
    expect(seen.demands).toEqual({ changesPrices: true, needsDecision: true, earliest: '2026-05-20', noticeMonths: 1 })
    expect(seen.obstacles.map(({ code }) => code)).toEqual(['FEE_BOARD_NEEDS_DECISION'])
    expect(seen.changes.find(({ change }) => change === 'raised')).toMatchObject({ before: { priceE4: 15000 }, after: { priceE4: 16000 } })
    const decision = { kind: 'owners decision', words: '2026 年 4 月业主大会', fileId: '01890000-0000-7000-8000-000000000000' } as const
    expect(await refusal(draft(draftOf('2026-09-01', 16000, { basis: decision })))).toBe('NOT_FOUND') // nobody's paper
    await yes(callAs(fees, clerk, 'fees.dropBoard', { boardId: bold.boardId }))
  })

  it('is seen by residents beside the version that it replaces', async () => {
    const now = await read()
    expect(now.board).toMatchObject({ version: 1, untilOn: '2026-05-20' })
    expect(now.next).toMatchObject({ version: 2, standing: 'upcoming' })
    const compared = await yes(
      callAs(fees, 'nobody-knows-me', 'fees.compareBoards', {
        communityId: community,
        before: now.board?.boardId ?? '',
        after: now.next?.boardId ?? '',
      }),
    )
    expect(compared.items.map(({ code, change }) => [code, change])).toEqual([['property_service', 'raised'], ['change_lamp', 'unchanged']])
    expect(compared.after.basis).toEqual({ kind: 'contract clause', words: CLAUSE.words })
  })

  it('is what billing finds from its first day on, with the days of each price', async () => {
    const found = await inTransaction(pool(), 'read', async (db) => {
      await enterScope(db, { communityId: community })
      return listItemsInForce(db, community, { from: '2026-05-01', to: '2026-06-01' })
    })
    expect(found.filter(({ code }) => code === 'property_service').map(({ priceE4, from, to }) => [priceE4, from, to])).toEqual([
      [13500, '2026-05-01', '2026-05-20'],
      [15000, '2026-05-20', '2026-06-01'],
    ])
  })

  it('takes over on its day', async () => {
    await today('2026-05-20')
    const { board, versions } = await read()
    expect(board).toMatchObject({ version: 2, standing: 'inForce' })
    expect(versions.map(({ version, standing }) => [version, standing])).toEqual([[2, 'inForce'], [1, 'superseded']])
  })
})

describe('a draft', () => {
  it('begins as a copy of another version, without the decision that stood behind that one', async () => {
    const { board } = await read()
    const copy = await yes(draft({ effectiveFrom: '2026-08-01', copyFrom: board?.boardId ?? '' }))
    const seen = await yes(callAs(fees, clerk, 'fees.readDraft', { boardId: copy.boardId }))
    expect(seen.items).toEqual(board?.items)
    expect(seen.basis).toBeUndefined()
    expect(seen.obstacles).toEqual([])
    expect(seen.mine).toBe(true)
  })

  it('hangs nowhere: strangers and the other community do not find it', async () => {
    const list = await yes(callAs(fees, clerk, 'fees.listBoards', {}))
    const boardId = list.boards.find(({ state }) => state === 'draft')?.boardId ?? ''
    expect(await refusal(callAs(fees, 'nobody-knows-me', 'fees.readBoard', { communityId: community, boardId }))).toBe('NOT_FOUND')
    expect(await refusal(callAs(fees, holderOf('B', 'manager'), 'fees.readDraft', { boardId }))).toBe('NOT_FOUND')
  })

  it('takes no mark-up on what is passed on, and no charge twice', async () => {
    const agency: Item = { ...lamp, code: 'water', name: '二次供水', kind: 'agency', per: 'month', priceE4: 1 }
    expect(await refusal(draft(draftOf('2026-08-01', 15000, { items: [service(15000), agency] })))).toBe('INVALID_INPUT')
    expect(await refusal(draft(draftOf('2026-08-01', 15000, { items: [service(15000), service(15000)] })))).toBe('INVALID_INPUT')
  })

  it('is written by two devices of one person at once without becoming two', async () => {
    const tries = await Promise.all([15000, 15100, 15200].map((price) => draft(draftOf('2026-08-01', price), manager)))
    expect(tries.filter(({ ok }) => ok).length).toBeGreaterThan(0)
    const mine = await stage.see("select 1 from fee_board where state = 'draft' and drafted_by = (select person_id from contact where name = 'A项目经理')")
    expect(mine).toHaveLength(1)
  })

  it('is posted once when the manager taps ten times', async () => {
    const seen = await yes(draft(draftOf('2026-08-01', 15000)))
    const reviewed = await yes(review(seen))
    const taps = await Promise.all(Array.from({ length: 10 }, () => post(reviewed)))
    expect(taps.filter(({ ok }) => ok)).toHaveLength(1)
  })
})
