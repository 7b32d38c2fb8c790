import { createHash } from 'node:crypto'
import { demoPhoto, withSecrets } from '../../local/testing/photos'
import { openTestStorage, putBytes, type TestStorage, upload } from '../../local/testing/storage'
import { callAs, openTestStage, refusal, type TestStage, yes } from '../../local/testing/stage'
import { COMMUNITY_A, COMMUNITY_B, holderOf } from '../../local/testing/two-communities'
import { main as fees } from '../fees'
import { main } from './index'

const CLERK = holderOf('A', 'clerk')
const MANAGER = holderOf('A', 'manager')
const OWNER = holderOf('A', 'owner')
const STRANGER = 'nobody-knows-me'
const PDF = Buffer.from('%PDF-1.7 一份决定')

let stage: TestStage
let community = ''
let storage: TestStorage
beforeAll(async () => {
  stage = await openTestStage()
  community = await stage.found(COMMUNITY_A)
  await stage.found(COMMUNITY_B)
  storage = await openTestStorage(stage.appUrl)
})
afterAll(async () => {
  await storage.close()
  await stage.close()
})

const ask = (openid: string, name: string, sizeBytes: number, purpose: 'document' | 'register' = 'document') =>
  callAs(main, openid, 'files.requestUpload', { purpose, name, sizeBytes })
const confirm = (openid: string, fileId: string) => callAs(main, openid, 'files.confirmUpload', { fileId })

it('takes a clerk’s document by a ticket and keeps the hash of the bytes that arrived', async () => {
  const ticket = await yes(ask(CLERK, '业主大会决定.pdf', PDF.length))
  expect(ticket.cloudPath).toMatch(/^[0-9a-f-]{36}\/document\/[0-9a-f-]{36}\.pdf$/) // the server's own path, nothing of the name
  expect((await putBytes(ticket, PDF)).status).toBe(200)
  const checked = await yes(confirm(CLERK, ticket.fileId))
  expect(checked).toMatchObject({ sizeBytes: PDF.length, sha256: createHash('sha256').update(PDF).digest('hex') })
})

it('lets a ticket serve once', async () => {
  const fileId = await upload(main, CLERK, { name: '一.pdf', bytes: PDF, purpose: 'document' })
  expect(await refusal(confirm(CLERK, fileId))).toBe('FILE_TICKET_USED')
})

it('refuses a ticket that is older than ten minutes', async () => {
  const ticket = await yes(ask(CLERK, '慢.pdf', PDF.length))
  await putBytes(ticket, PDF)
  await stage.see("update file set ticket_until = ticket_until - interval '11 minutes' where file_id = $1", [
    ticket.fileId,
  ])
  expect(await refusal(confirm(CLERK, ticket.fileId))).toBe('FILE_TICKET_EXPIRED')
})

it('does not know another person’s ticket, be it a colleague’s or another community’s', async () => {
  const ticket = await yes(ask(CLERK, '我的.pdf', PDF.length))
  await putBytes(ticket, PDF)
  expect(await refusal(confirm(holderOf('A', 'manager'), ticket.fileId))).toBe('NOT_FOUND')
  expect(await refusal(confirm(holderOf('B', 'clerk'), ticket.fileId))).toBe('NOT_FOUND')
})

it('refuses a file that never arrived, that is larger or smaller than was said, or that is not what its name says', async () => {
  const never = await yes(ask(CLERK, '没传.pdf', PDF.length))
  expect(await refusal(confirm(CLERK, never.fileId))).toBe('FILE_NOT_ARRIVED')
  const cases: [string, Buffer, number, string][] = [
    ['更大.pdf', Buffer.concat([PDF, Buffer.alloc(2_000_000)]), PDF.length, 'FILE_TOO_LARGE'],
    ['更小.pdf', PDF, PDF.length + 1, 'FILE_NOT_ARRIVED'],
    ['其实是文字.pdf', Buffer.from('hello'), 5, 'FILE_NOT_WHAT_IT_SAYS'],
    ['其实是文件.png', PDF, PDF.length, 'FILE_NOT_WHAT_IT_SAYS'],
  ]
  for (const [name, bytes, sizeBytes, code] of cases) {
    const ticket = await yes(ask(CLERK, name, sizeBytes))
    await putBytes(ticket, bytes)
    expect(`${name} ${await refusal(confirm(CLERK, ticket.fileId))}`).toBe(`${name} ${code}`)
  }
})

it.each([
  ['登记.docx', 10, 'register', '这里只收 .xlsx、.csv，您选的是 .docx'],
  ['登记', 10, 'register', '没有后缀'],
  ['程序.exe', 10, 'document', '.pdf、.jpg、.jpeg、.png'],
  ['很大.xlsx', 6 * 1024 * 1024, 'register', '文件太大'],
] as const)('says what to choose instead of %s', async (name, sizeBytes, purpose, words) => {
  const reply = await ask(CLERK, name, sizeBytes, purpose)
  expect(reply).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } })
  expect(JSON.stringify(reply)).toContain(words)
})

it('lets those who keep a register bring one, and nobody else', async () => {
  for (const role of ['clerk', 'cashier', 'manager', 'committee'] as const)
    await yes(ask(holderOf('A', role), '登记表.xlsx', 10, 'register'))
  expect(await refusal(ask(holderOf('A', 'supervisor'), '房屋.xlsx', 10, 'register'))).toBe('NOT_ALLOWED')
  expect(await refusal(ask(holderOf('A', 'owner'), '房屋.xlsx', 10, 'register'))).toBe('NOT_ALLOWED')
})

it('ends a person’s day of uploads at sixty tickets', async () => {
  const committee = holderOf('A', 'committee')
  const { fileId } = await yes(ask(committee, '第一份.pdf', 1))
  await stage.see(
    `insert into file select community_id, gen_random_uuid(), purpose, name, content_type, size_bytes, gen_random_uuid()::text, cloud_file_id,
       uploaded_by, ticket_until, state, sha256, made_at from file, generate_series(2, 60) where file_id = $1`,
    [fileId],
  )
  expect(await refusal(ask(committee, '第六十一份.pdf', 1))).toBe('TOO_MANY')
})

describe('the paper behind a fee board', () => {
  let board = ''
  let paper = ''
  let other = ''
  let seen = { boardId: '', contentSha256: '' }

  beforeAll(async () => {
    paper = await upload(main, CLERK, { name: '张三等签字的决定.pdf', bytes: PDF, purpose: 'document' })
    other = await upload(main, CLERK, { name: '别的.pdf', bytes: PDF, purpose: 'document' })
    const facts = {
      payers: '全体业主',
      services: '保洁、秩序、绿化',
      chargeMethod: '面积 × 单价',
      chargeStart: '交房次日',
      payMethods: '按月',
      specialService: '暂不提供',
      complaintPhone: '0000-1',
      reportPhone: '12315',
      priceRegime: 'market',
    } as const
    const service = {
      code: 'property_service',
      name: '物业服务费',
      kind: 'area',
      tier: 'basic',
      per: 'month',
      priceE4: 13500,
      unitWords: '每平方米 · 月',
      basisWords: '合同第 8 条',
    } as const
    const basis = { kind: 'owners decision', words: '2026 年业主大会决定', fileId: paper } as const
    const content = { facts, items: [service], basis }
    const draft = await yes(callAs(fees, CLERK, 'fees.draftBoard', { effectiveFrom: '2040-01-01', content }))
    board = draft.boardId
    seen = { boardId: board, contentSha256: draft.contentSha256 }
  })

  const openDraft = (openid: string, fileId = paper, id = board) =>
    callAs(main, openid, 'files.linkFile', { about: { kind: 'boardDraft', id }, fileId })
  const openPosted = (openid: string, fileId = paper, communityId = community) =>
    callAs(main, openid, 'files.linkPublishedFile', { communityId, about: { kind: 'postedBoard', id: board }, fileId })
  const bytesBehind = async (url: string) => Buffer.from(await (await fetch(url)).arrayBuffer())

  it('is opened by the colleague who reviews the draft, and by nobody outside', async () => {
    const link = await yes(openDraft(MANAGER))
    expect(await bytesBehind(link.url)).toEqual(PDF)
    for (const openid of [OWNER, holderOf('A', 'committee'), holderOf('B', 'manager')])
      expect(await refusal(openDraft(openid))).toBe('NOT_FOUND')
    expect(await refusal(openPosted(OWNER))).toBe('NOT_FOUND')
    expect(await refusal(openDraft(STRANGER))).toBe('NOT_BOUND')
  })

  it('is opened by anyone once the board hangs: a PDF for five minutes, and no word of its name', async () => {
    await yes(callAs(fees, MANAGER, 'fees.reviewBoard', seen))
    await yes(callAs(fees, MANAGER, 'fees.postBoard', seen))
    for (const openid of [OWNER, holderOf('B', 'tenant'), STRANGER]) {
      const link = await yes(openPosted(openid))
      expect(link).toMatchObject({ extension: 'pdf', sizeBytes: PDF.length })
      expect(Date.parse(link.until) - Date.now()).toBeLessThanOrEqual(5 * 60_000)
      expect(JSON.stringify(link)).not.toContain('张三')
      expect(await bytesBehind(link.url)).toEqual(PDF)
    }
  })

  it('opens no other file: another paper, another board and another community all read as not there', async () => {
    const nowhere = '01890000-0000-7000-8000-000000000000'
    const replies = await Promise.all([
      openPosted(STRANGER, other),
      openPosted(STRANGER, nowhere),
      openPosted(STRANGER, paper, nowhere),
      openDraft(MANAGER, other),
      openDraft(MANAGER, paper, nowhere),
    ])
    const said = replies.map((reply) => (reply.ok ? 'opened' : `${reply.error.code} ${reply.error.message}`))
    expect(new Set(said).size).toBe(1)
    expect(said[0]).toContain('NOT_FOUND')
  })
})

describe('photos', () => {
  const OWNER = holderOf('A', 'owner')
  const TECHNICIAN = holderOf('A', 'technician')
  const SECRET = 'GPS 31.2304N 121.4737E'
  const bytes = withSecrets(demoPhoto('light-before'), SECRET)
  const photo = { name: '楼道灯.jpg', bytes, purpose: 'repairPhoto' } as const
  const stored = async (fileId: string) => {
    const [row] = await stage.see<{ cloud_path: string; sha256: string; size_bytes: number }>(
      'select cloud_path, sha256, size_bytes from file where file_id = $1',
      [fileId],
    )
    if (!row) throw new Error('no such file')
    return row
  }

  it('are kept without the place and the telephone that a camera writes into them, and what arrived is taken away', async () => {
    const ticket = await yes(
      callAs(main, OWNER, 'files.requestUpload', { purpose: 'repairPhoto', name: photo.name, sizeBytes: bytes.length }),
    )
    await putBytes(ticket, bytes)
    const checked = await yes(confirm(OWNER, ticket.fileId))
    const row = await stored(ticket.fileId)
    expect(row).toMatchObject({ sha256: checked.sha256, size_bytes: checked.sizeBytes })
    expect(row.cloud_path).toBe(ticket.cloudPath.replace('.jpg', '-clean.jpg'))
    const kept = await storage.read(row.cloud_path)
    expect(createHash('sha256').update(kept).digest('hex')).toBe(checked.sha256)
    expect(kept.includes(SECRET)).toBe(false)
    await expect(storage.read(ticket.cloudPath)).rejects.toThrow('ENOENT')
  })

  it('are brought by those who live there and by technicians, each for their own purpose', async () => {
    await upload(main, OWNER, photo)
    await upload(main, TECHNICIAN, { ...photo, purpose: 'workPhoto' })
    for (const other of [TECHNICIAN, CLERK]) {
      const ask = { purpose: 'repairPhoto', name: photo.name, sizeBytes: bytes.length } as const
      expect(await refusal(callAs(main, other, 'files.requestUpload', ask))).toBe('NOT_ALLOWED')
    }
  })

  it('are refused when the picture cannot be read, however they begin', async () => {
    const cut = demoPhoto('pipe').subarray(0, 900)
    const ticket = await yes(
      callAs(main, OWNER, 'files.requestUpload', { purpose: 'repairPhoto', name: '半张.jpg', sizeBytes: cut.length }),
    )
    await putBytes(ticket, cut)
    expect(await refusal(confirm(OWNER, ticket.fileId))).toBe('NOT_A_PHOTO')
  })
})
