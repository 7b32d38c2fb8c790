import { accountsDesk, SPENT } from '../../local/testing/accounts-desk'
import { callAs, openTestStage, refusal, type TestStage, yes } from '../../local/testing/stage'
import { openTestStorage, type TestStorage, upload } from '../../local/testing/storage'
import { COMMUNITY_A, COMMUNITY_B, holderOf } from '../../local/testing/two-communities'
import { main as files } from '../files'
import { main } from './index'

const COMMITTEE = holderOf('A', 'committee')
const SUPERVISOR = holderOf('A', 'supervisor')
const OWNER = holderOf('A', 'owner')
const JPEG = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from('一张发票')])

let stage: TestStage
let storage: TestStorage
const desk = accountsDesk(() => stage)
beforeAll(async () => {
  stage = await openTestStage()
  await desk.setClock('2025-01-01T00:00:00Z') // before anyone takes a seat
  await stage.found(COMMUNITY_A)
  await stage.found(COMMUNITY_B)
  await desk.setClock('2026-04-10T02:00:00Z')
  storage = await openTestStorage(stage.appUrl)
})
afterAll(async () => {
  await storage.close()
  await stage.close()
})

type Record = 'entry' | 'publishedEntry'
const open = (openid: string, kind: Record, id: string, fileId: string) =>
  callAs(files, openid, 'files.linkFile', { about: { kind, id }, fileId })

it('opens originals to whoever checks the books, and to residents the redacted copies of published quarters alone', async () => {
  const bring = (purpose: 'voucher' | 'redactedVoucher') =>
    upload(files, COMMITTEE, { name: 'photo.jpg', bytes: JPEG, purpose })
  const voucher = { fileId: await bring('voucher'), redactedFileId: await bring('redactedVoucher') }
  const { entryId } = await desk.post(COMMITTEE, { ...SPENT, vouchers: [voucher] })

  await yes(open(SUPERVISOR, 'entry', entryId, voucher.fileId))
  await yes(open(COMMITTEE, 'entry', entryId, voucher.redactedFileId))
  expect(await refusal(open(OWNER, 'entry', entryId, voucher.redactedFileId))).toBe('NOT_FOUND')
  expect(await refusal(open(OWNER, 'publishedEntry', entryId, voucher.redactedFileId))).toBe('NOT_FOUND') // not yet

  const drafted = await desk.draft(COMMITTEE, '2026-01-01')
  await yes(desk.review(SUPERVISOR, drafted))
  await yes(desk.publish(COMMITTEE, drafted))
  await yes(open(OWNER, 'publishedEntry', entryId, voucher.redactedFileId))
  for (const [openid, kind, fileId] of [
    [OWNER, 'publishedEntry', voucher.fileId],
    [OWNER, 'entry', voucher.fileId],
    [holderOf('B', 'owner'), 'publishedEntry', voucher.redactedFileId],
    [holderOf('B', 'supervisor'), 'entry', voucher.fileId],
  ] as const) {
    expect(await refusal(open(openid, kind, entryId, fileId))).toBe('NOT_FOUND')
  }
})

it('opens the bank’s paper of a published quarter in its redacted copy', async () => {
  const [statement] = await stage.see<{ id: string; bank: string; redacted: string }>(
    `select statement_id as id, content -> 'bank' ->> 'fileId' as bank, content -> 'bank' ->> 'redactedFileId' as redacted
     from statement where state = 'published'`,
  )
  const about = (kind: 'statement' | 'publishedStatement') => ({ kind, id: statement?.id ?? '' })
  const ask = (openid: string, kind: 'statement' | 'publishedStatement', fileId = '') =>
    callAs(files, openid, 'files.linkFile', { about: about(kind), fileId })
  expect(await refusal(ask(OWNER, 'publishedStatement', statement?.bank))).toBe('NOT_FOUND')
  expect(await refusal(ask(OWNER, 'statement', statement?.redacted))).toBe('NOT_FOUND')
  expect(await refusal(ask(holderOf('B', 'owner'), 'publishedStatement', statement?.redacted))).toBe('NOT_FOUND')
})

it('takes vouchers from whoever keeps books, and from nobody else', async () => {
  const ask = (openid: string) =>
    callAs(files, openid, 'files.requestUpload', { purpose: 'voucher', name: 'photo.jpg', sizeBytes: 10 })
  await yes(ask(COMMITTEE))
  expect(await refusal(ask(SUPERVISOR))).toBe('NOT_ALLOWED')
  expect(await refusal(callAs(main, OWNER, 'accounts.readCockpit', {}))).toBe('NOT_ALLOWED')
})
