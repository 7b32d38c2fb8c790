import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { type KeptHead, verifyLedger } from './verify-ledger'
import { reverseJournal } from '../cloudfunctions/shared/ledger/journal-store'
import { booksOf, clearBooks, credit, debit, faultsOf, income, lawOf, pastTriggers } from '../local/testing/books'
import { CHECKOUT } from '../local/data-dir'
import { openTestStage, type TestStage } from '../local/testing/stage'
import { COMMUNITY_A } from '../local/testing/two-communities'

let stage: TestStage
let a = ''
let houseId = ''
let ledgerId = ''
let headHash = ''

beforeAll(async () => {
  stage = await openTestStage()
  a = await stage.found(COMMUNITY_A)
})
beforeEach(async () => {
  await clearBooks(stage)
  for (const fen of [3600000, 650000, 960000]) await booksOf(a).post('publicRevenue', income(fen))
  const [ledger] = await stage.see<{ ledger_id: string; head_hash: string }>('select ledger_id, head_hash from ledger')
  const [house] = await stage.see<{ house_id: string }>('select house_id from house')
  ;[ledgerId = '', headHash = '', houseId = ''] = [ledger?.ledger_id, ledger?.head_hash, house?.house_id]
})
afterAll(() => stage.close())

const verify = (...kept: KeptHead[]) => verifyLedger(stage.ownerUrl, kept)

it('says of an untouched ledger how long it is and where it stands', async () => {
  expect(await verify()).toEqual([
    { community: 'A 小区', ledger: '公共收益账', ledgerId, journals: 3, headHash, faults: [] },
  ])
})

it('changing any fen of the second journal breaks 2 and 3, whoever did it and with whatever rights', async () => {
  await pastTriggers(
    stage,
    'journal_line',
    'update journal_line set debit_fen = debit_fen + 1, credit_fen = credit_fen where seq = 2 and place = 1',
  )
  expect(await faultsOf(stage)).toEqual([
    '从第 2 号凭证起指纹不符，后面共 2 张都接不上，有人改过第 2 号',
    '第 2 号凭证借贷不平，借方多 0.01 元',
    '2026-01 1002.02 公共收益户 的合计写着 借 52,100.00 贷 0.00，重算是 借 52,100.01 贷 0.00',
  ])
})

it('sees it too when the hashes after the change were made anew but not the last one that somebody kept', async () => {
  const kept = { ledgerId, hash: headHash.slice(0, 12) }
  expect((await verify(kept))[0]?.faults).toEqual([])
  await booksOf(a).post('publicRevenue', income(1))
  expect((await verify(kept))[0]?.faults).toEqual([]) // an older head stays in the chain
  await pastTriggers(stage, 'journal_line', 'delete from journal_line')
  await pastTriggers(stage, 'journal', 'delete from journal_words; delete from journal')
  await stage.see("delete from account_month; update ledger set head_seq = 0, head_hash = repeat('0', 64)")
  await booksOf(a).post('publicRevenue', income(5))
  expect((await verify())[0]?.faults).toEqual([])
  expect((await verify(kept))[0]?.faults).toEqual([`留存的指纹 ${kept.hash} 不在这本账里，账被整本重写过`])
  await expect(verify({ ...kept, ledgerId: houseId })).rejects.toThrow('没有这本账')
})

it.each([
  [
    'the day of a journal',
    'journal',
    "update journal set booked_on = '2026-01-30' where seq = 3",
    '第 3 号凭证与它的指纹不符',
  ],
  [
    'who posted it',
    'journal',
    'update journal set posted_by = (select person_id from person limit 1) where seq = 3',
    '第 3 号',
  ],
  ['an account', 'journal_line', "update journal_line set account = '1221' where seq = 3 and place = 1", '第 3 号'],
  [
    'the words',
    'journal_words',
    "update journal_words set words = '别的' where journal_id = (select journal_id from journal where seq = 2)",
    '第 2 号凭证的摘要被改过',
  ],
  [
    'a running sum',
    'account_month',
    "update account_month set credit_fen = credit_fen - 1 where account = '9101'",
    '2026-01 9101 业主共有-公共收益 groundParking 的合计写着',
  ],
  [
    'a sum that is gone',
    'account_month',
    "delete from account_month where account = '9101'",
    '写着 借 0.00 贷 0.00，重算是 借 0.00 贷 52,100.00',
  ],
  ['the head', 'ledger', "update ledger set head_hash = repeat('a', 64)", '账头的指纹与最后一张凭证不符'],
  [
    'the last journal, cut off',
    'journal',
    'delete from journal_words where journal_id = (select journal_id from journal where seq = 3); delete from journal where seq = 3',
    '账头写着到第 3 号，凭证只到第 2 号',
  ],
  ['a journal without its lines', 'journal_line', 'delete from journal_line where seq = 1', '第 1 号凭证没有分录'],
  [
    'lines without their journal',
    'journal_line',
    'insert into journal_line select community_id, ledger_id, 9, place, account, debit_fen, credit_fen, pay_account_id, house_id, source_id, scope, category from journal_line where seq = 1',
    '有分录写着第 9 号，却没有这张凭证',
  ],
  [
    'a reversal that never was one',
    'journal',
    'update journal set reverses = (select journal_id from journal where seq = 1) where seq = 2',
    '第 2 号凭证冲销得不对',
  ],
])('names what was changed: %s', async (_, table, change, says) => {
  await pastTriggers(stage, table, change)
  expect((await faultsOf(stage)).join('\n')).toContain(says)
})

it('erased words leave the chain whole', async () => {
  await stage.see('delete from journal_words')
  expect(await faultsOf(stage)).toEqual([])
})

describe('each wall is needed: with it asleep, what it keeps out comes in and the recount sees it', () => {
  const asleep = async (trigger: string, work: () => Promise<string>): Promise<[string, string, string]> => {
    const awake = await work()
    await stage.see(`alter table journal_line disable trigger ${trigger}`)
    const dozing = await work()
    await stage.see(`alter table journal_line enable trigger ${trigger}`)
    return [awake, dozing, (await faultsOf(stage)).join('\n')]
  }

  it('the law that a journal balances', async () => {
    const seen = await asleep('lines_are_lawful', () => lawOf(booksOf(a).post('publicRevenue', [debit('1002.02', 5)])))
    expect(seen).toEqual(['journal_balances', 'posted', '第 4 号凭证借贷不平，借方多 0.05 元'])
  })

  it('the law that fees and revenue stand apart', async () => {
    const mixed = [debit('1002.01', 5), credit('9101', 5, { category: 'other' })]
    const seen = await asleep('lines_are_lawful', () => lawOf(booksOf(a).post('publicRevenue', mixed)))
    expect(seen).toEqual(['journal_line_in_its_book', 'posted', '第 4 号凭证用了不属于这本账的科目 1002.01 物业公司'])
  })

  it('the law that nothing is reversed twice', async () => {
    const { journalId } = await booksOf(a).post('publicRevenue', income(7))
    const reverse = () =>
      booksOf(a).within((db) => reverseJournal(db, a, { journalId, bookedOn: '2026-01-31', words: '冲销' }))
    await reverse()
    const seen = await asleep('reversals_are_lawful', () => lawOf(reverse()))
    expect(seen).toEqual(['JOURNAL_REVERSED', 'posted', expect.stringContaining('第 6 号凭证冲销得不对')])
  })

  it('the sums that every posting keeps', async () => {
    const seen = await asleep('sums_are_kept', () => lawOf(booksOf(a).post('publicRevenue', income(5))))
    expect(seen).toEqual(['posted', 'posted', expect.stringContaining('重算是 借 52,100.10 贷 0.00')])
  })
})

it('ends with a sentence and a code that a script understands', async () => {
  const run = (...args: string[]) =>
    promisify(execFile)(process.execPath, ['--import', 'tsx', 'config/verify-ledger.ts', ...args], {
      cwd: CHECKOUT,
      env: { ...process.env, DATABASE_URL: stage.ownerUrl },
    }).then(
      ({ stdout }) => [0, stdout],
      (error: { code: number; stdout: string; stderr: string }) => [error.code, error.stdout + error.stderr],
    )
  const head = `${ledgerId}=${headHash}`
  expect(await run('--head', head)).toEqual([0, `一致 A 小区 公共收益账 3 张凭证 ${head}\n`])
  expect(await run('--head', 'x')).toEqual([1, expect.stringContaining('写成 --head <账套编号>=<指纹')])
  await stage.see('update account_month set debit_fen = debit_fen + 1')
  expect(await run()).toEqual([1, expect.stringContaining(`不符 A 小区 公共收益账 3 张凭证 ${head}\n  2026-01`)])
})
