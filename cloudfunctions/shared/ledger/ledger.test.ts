import { Client } from 'pg'
import { ACCOUNT_CODES, ACCOUNTS, type LedgerKind } from '../../../types/vocabulary/ledger'
import { booksOf, credit, debit, faultsOf, income, lawOf } from '../../../local/testing/books'
import { openTestStage, type TestStage } from '../../../local/testing/stage'
import { COMMUNITY_A, COMMUNITY_B } from '../../../local/testing/two-communities'
import { openPool } from '../db/pool'
import { linkOf, textSha256Of } from './journal-chain'
import { ledgerOf, postJournal, reverseJournal } from './journal-store'
import { listJournals } from './recount-store'

let stage: TestStage
let a = ''
let b = ''
let houseId = ''
let otherHouseId = ''
/** Merchant accounts for fees and for public revenue; an id in other letters is the same id. */
const FEES_ACCOUNT = '01A20128-2D09-7615-9174-2E662CD634D7'
const REVENUE_ACCOUNT = '01a20128-2d09-7615-9174-2e662cd634d8'

beforeAll(async () => {
  stage = await openTestStage()
  a = await stage.found(COMMUNITY_A)
  b = await stage.found(COMMUNITY_B)
  const houses = await stage.see<{ house_id: string }>('select house_id from house where community_id = $1', [a])
  ;[houseId = '', otherHouseId = ''] = houses.map((row) => row.house_id)
  await stage.see("insert into pay_account values ($1, 'fees'), ($2, 'publicRevenue')", [FEES_ACCOUNT, REVENUE_ACCOUNT])
})
afterEach(async () => expect(await faultsOf(stage)).toEqual([]))
afterAll(() => stage.close())

const inA = () => booksOf(a)
const ledgersOf = (communityId: string) =>
  stage.see<{ kind: string; charge_mode: string | null; head_seq: string }>(
    'select kind, charge_mode, head_seq from ledger where community_id = $1 order by kind, opened_at',
    [communityId],
  )

describe('the chart of accounts', () => {
  it('is the same table for the code and for the database', async () => {
    const rows = await stage.see<{ code: string }>(
      `select code, name as zh, side, parent, books, by_house as "byHouse", by_category as "byCategory",
         by_pay_account as "byPayAccount" from account order by code`,
    )
    const optional = { parent: null, byHouse: false, byCategory: false, byPayAccount: false }
    expect(rows).toEqual(ACCOUNT_CODES.map((code) => ({ ...optional, ...ACCOUNTS[code], code })))
  })

  it('names the accounts of the worked rules under their numbers', () => {
    expect(ACCOUNTS['2241.99'].zh).toBe('暂收待查')
    expect(ACCOUNTS['9101'].zh).toBe('业主共有-公共收益')
  })
})

/** Every character below U+00A1, then some that JSON writes in its own ways. */
const ODD_TEXT = `${Array.from({ length: 160 }, (_, index) => String.fromCharCode(index + 1)).join('')}停车费 😀\u2028"\\/`

it('gives every journal the hash that the TypeScript rule recounts, whatever stands in it', async () => {
  const [file] = await stage.see<{ file_id: string }>(
    `insert into file
     select community_id, gen_random_uuid(), 'document', '合同.pdf', 'application/pdf', 10, 'x', 'cloud://x', person_id, now(), 'checked',
       repeat('0', 64), now()
     from seat where community_id = $1 limit 1 returning file_id`,
    [a],
  )
  const fileId = file?.file_id ?? ''
  const voucher = { fileId, sha256: '0'.repeat(64) }
  const posted = await inA().within(async (db) => {
    const { ledgerId } = await ledgerOf(db, a, 'publicRevenue')
    const { journalId } = await postJournal(db, a, {
      ledgerId,
      bookedOn: '2026-01-31',
      words: ODD_TEXT,
      correctsQuarter: '2025-Q4',
      about: { kind: 'a "receipt"\u0007', id: houseId.toUpperCase() },
      vouchers: [voucher, { ...voucher, redactedFileId: fileId.toUpperCase(), redactedSha256: voucher.sha256 }],
      lines: [
        debit('1002.02', 100, { scope: ODD_TEXT.slice(0, 70), houseId }),
        debit('1012.01', 9007199254740000, { payAccountId: REVENUE_ACCOUNT.toUpperCase(), sourceId: houseId }),
        credit('9101', 9007199254740100, { category: ODD_TEXT.slice(100) }),
      ],
    })
    await reverseJournal(db, a, { journalId, bookedOn: '2026-02-01', words: '记错了' })
    return listJournals(db, a, ledgerId, 0, 10)
  })
  expect(posted.map(({ journal }) => journal.seq)).toEqual([1, 2])
  for (const { journal, prevHash, hash, words } of posted) {
    expect(linkOf(prevHash, journal)).toBe(hash)
    expect(words && textSha256Of(words.salt, words.text)).toBe(journal.textSha256)
  }
  const forged = inA().post('publicRevenue', income(100), { vouchers: [{ fileId, sha256: '1'.repeat(64) }] })
  expect(await lawOf(forged)).toBe('journal_voucher_is_file')
})

describe('D7.1: every journal balances', () => {
  it('refuses a fen too much on either side, a line on both sides or none, and a journal without lines', async () => {
    const off = (lines: Parameters<ReturnType<typeof booksOf>['post']>[1]) => lawOf(inA().post('publicRevenue', lines))
    const [bank, revenue] = income(100)
    if (!bank || !revenue) throw new Error('income has two lines')
    expect(await off([bank, { ...revenue, creditFen: 101 }])).toBe('journal_balances')
    expect(await off([{ ...bank, debitFen: 101 }, revenue])).toBe('journal_balances')
    expect(await off([])).toBe('journal_balances')
    expect(await off([{ ...bank, creditFen: 100 }, revenue])).toBe('journal_line_one_side')
    expect(await off([bank, revenue, { ...bank, debitFen: 0 }])).toBe('journal_line_one_side')
    expect(
      await off([
        { ...bank, debitFen: -100 },
        { ...revenue, creditFen: -100 },
      ]),
    ).toContain('check')
    expect(
      await off([
        { ...bank, debitFen: 0.5 },
        { ...revenue, creditFen: 0.5 },
      ]),
    ).toBe('22P02')
  })

  it('so all accounts of a ledger together are zero, line by line and in the running sums', async () => {
    await inA().post('fees', [
      debit('1122', 12083, { houseId }),
      credit('6001', 12083, { category: 'property_service' }),
    ])
    await inA().post('fees', [debit('1001', 12083), credit('1122', 12083, { houseId })])
    for (const table of ['journal_line', 'account_month']) {
      const rows = await stage.see(`select sum(debit_fen - credit_fen)::int as fen from ${table} group by ledger_id`)
      expect(rows.length).toBeGreaterThan(1)
      expect(rows.filter((row) => Object.values(row)[0] !== 0)).toEqual([])
    }
  })
})

describe('D7.2: what is posted stays', () => {
  it('for the functions’ role, which may read the books and write no row of them', async () => {
    const app = new Client({ connectionString: stage.appUrl, options: '-c search_path=app' })
    await app.connect()
    await app.query("select set_config('app.communities', $1, false)", [`{${a}}`])
    for (const table of [
      'journal',
      'journal_line',
      'journal_voucher',
      'journal_words',
      'account_month',
      'house_month',
    ]) {
      await app.query(`select from ${table} limit 1`)
      await expect(app.query(`insert into ${table} select * from ${table}`)).rejects.toThrow('permission denied')
      await expect(app.query(`update ${table} set community_id = community_id`)).rejects.toThrow('permission denied')
    }
    await expect(app.query('delete from journal_line')).rejects.toThrow('permission denied')
    await expect(app.query("update ledger set head_hash = repeat('0', 64)")).rejects.toThrow('permission denied')
    await app.end()
  })

  it('and a correction is a reversing journal, linked, after which the accounts stand as before', async () => {
    const before = await inA().post('publicRevenue', income(4711))
    const reversal = await inA().within((db) =>
      reverseJournal(db, a, { journalId: before.journalId, bookedOn: '2026-02-03', words: '记错了一笔' }),
    )
    const [row] = await stage.see('select reverses, booked_on::text from journal where journal_id = $1', [
      reversal.journalId,
    ])
    expect(row).toEqual({ reverses: before.journalId, booked_on: '2026-02-03' })
    const [sums] = await stage.see(
      `select sum(l.debit_fen - l.credit_fen)::int as fen from journal_line l join journal j using (community_id, ledger_id, seq)
       where l.account = '9101' and $1 in (j.journal_id, j.reverses)`,
      [before.journalId],
    )
    expect(sums).toEqual({ fen: 0 })
  })

  it('and no fen is reversed twice: not the whole again, not more than was posted, not the reversal itself', async () => {
    const { journalId } = await inA().post('fees', [
      debit('1122', 100, { houseId }),
      debit('1122', 200, { houseId: otherHouseId }),
      credit('6001', 300),
    ])
    const part = (fen: number, of = houseId) =>
      inA().post('fees', [credit('1122', fen, { houseId: of }), debit('6001', fen)], { reverses: journalId })
    const whole = (id: string, bookedOn = '2026-01-31') =>
      inA().within((db) => reverseJournal(db, a, { journalId: id, bookedOn, words: '冲销' }))
    expect(await lawOf(part(101))).toContain('JOURNAL_REVERSED')
    const reversal = await part(100)
    expect(await lawOf(part(1))).toContain('JOURNAL_REVERSED')
    expect(await lawOf(whole(journalId))).toContain('JOURNAL_REVERSED')
    expect(await lawOf(whole(reversal.journalId))).toBe('journal_reversal_lawful')
    expect(await lawOf(whole((await inA().post('publicRevenue', income(1))).journalId, '2026-01-30'))).toBe(
      'journal_reversal_lawful',
    )
    const elsewhere = inA().post('publicRevenue', income(1), { reverses: journalId })
    expect(await lawOf(elsewhere)).toBe('journal_reversal_lawful')
    await part(200, otherHouseId)
  })
})

describe('D7.3: one chain a ledger, without gaps', () => {
  it('lets fifty writers at once all post, each with a number of its own', async () => {
    const many = openPool(stage.appUrl, 16)
    const books = booksOf(b, many)
    const posted = await Promise.all(
      Array.from({ length: 50 }, (_, index) => books.post('publicRevenue', income(index + 1))),
    )
    await many.end()
    expect(posted.map(({ seq }) => seq).sort((one, other) => one - other)).toEqual(
      Array.from({ length: 50 }, (_, index) => index + 1),
    )
    expect((await ledgersOf(b)).map(({ head_seq }) => Number(head_seq))).toEqual([50])
  })

  it('takes no number for a posting that fails', async () => {
    const first = await inA().post('publicRevenue', income(1))
    await expect(inA().post('publicRevenue', [debit('1002.02', 1)])).rejects.toThrow()
    const next = await inA().post('publicRevenue', income(1))
    expect(next.seq).toBe(first.seq + 1)
  })

  it('opens one ledger of a kind even when two ask at once, and another for fees when the charge mode changes', async () => {
    const many = openPool(stage.appUrl, 8)
    const books = booksOf(b, many)
    const ask = (kind: LedgerKind) => books.within((db) => ledgerOf(db, b, kind))
    const same = await Promise.all(Array.from({ length: 8 }, () => ask('fees')))
    await many.end()
    expect(new Set(same.map(({ ledgerId }) => ledgerId)).size).toBe(1)
    await stage.see("update service_contract set charge_mode = 'lump sum' where community_id = $1", [b])
    const { ledgerId } = await booksOf(b).within((db) => ledgerOf(db, b, 'fees'))
    await stage.see("update service_contract set charge_mode = 'remuneration' where community_id = $1", [b])
    expect(ledgerId).not.toBe(same[0]?.ledgerId)
    expect((await ledgersOf(b)).map((row) => row.charge_mode)).toEqual(['remuneration', 'lump sum', null])
  })
})
