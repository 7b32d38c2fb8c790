import { openTestStage, type TestStage } from '../../../local/testing/stage'
import { COMMUNITY_A } from '../../../local/testing/two-communities'
import { pool } from '../db/pool'
import { enterScope } from '../db/scope-store'
import { inTransaction } from '../db/transaction'
import { linkOf, textSha256Of } from './journal-chain'
import { ledgerOf, postJournal, reverseJournal } from './journal-store'
import { listJournals } from './recount-store'

let stage: TestStage
let a = ''
beforeAll(async () => {
  stage = await openTestStage()
  a = await stage.found(COMMUNITY_A)
})
afterAll(() => stage.close())

/** Every character below U+00A1, then some that JSON writes in its own ways. */
const ODD_TEXT = `${Array.from({ length: 160 }, (_, index) => String.fromCharCode(index + 1)).join('')}停车费 😀\u2028"\\/`

it('gives every journal the hash that the TypeScript rule recounts, whatever stands in it', async () => {
  const [file] = await stage.see<{ file_id: string; person_id: string }>(
    `insert into file
     select community_id, gen_random_uuid(), 'document', '合同.pdf', 'application/pdf', 10, 'x', 'cloud://x', person_id, now(), 'checked',
       repeat('0', 64), now()
     from seat where community_id = $1 limit 1 returning file_id, uploaded_by as person_id`,
    [a],
  )
  const [house] = await stage.see<{ house_id: string }>('select house_id from house limit 1')
  const payAccountId = '01A20128-2d09-7615-9174-2e662cd634d7' // an id in other letters is the same id
  await stage.see("insert into pay_account values ($1, 'publicRevenue')", [payAccountId])
  if (!file || !house) throw new Error('the community has no file or no house')
  const voucher = { fileId: file.file_id, sha256: '0'.repeat(64) }
  const posted = await inTransaction(pool(), 'write', async (db) => {
    await enterScope(db, { communityId: a, personId: file.person_id })
    const { ledgerId } = await ledgerOf(db, a, 'publicRevenue')
    const { journalId } = await postJournal(db, a, {
      ledgerId,
      bookedOn: '2026-01-31',
      words: ODD_TEXT,
      correctsQuarter: '2025-Q4',
      about: { kind: 'a "receipt"\u0007', id: house.house_id.toUpperCase() },
      vouchers: [voucher, { ...voucher, redactedFileId: file.file_id.toUpperCase(), redactedSha256: voucher.sha256 }],
      lines: [
        { account: '1002.02', debitFen: 100, creditFen: 0, scope: ODD_TEXT.slice(0, 70), houseId: house.house_id },
        { account: '1012.01', debitFen: 9007199254740000, creditFen: 0, payAccountId, sourceId: house.house_id },
        { account: '9101', debitFen: 0, creditFen: 9007199254740100, category: ODD_TEXT.slice(100) },
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
})
