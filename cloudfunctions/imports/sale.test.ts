import { csv, HEADERS, stageAll } from '../../local/testing/sheets'
import { callAs, openTestStage, refusal, type TestStage, yes } from '../../local/testing/stage'
import { openTestStorage, type TestStorage, upload } from '../../local/testing/storage'
import { COMMUNITY_A, COMMUNITY_B, holderOf } from '../../local/testing/two-communities'
import type { CallName, Input } from '../../types/contracts'
import { main as files } from '../files'
import { main as members } from '../members'
import { main } from '.'

const CLERK = holderOf('A', 'clerk')
const SELLER = holderOf('A', 'owner')
const FAMILY = holderOf('A', 'family')

let stage: TestStage
let storage: TestStorage
let communityId = ''
beforeAll(async () => {
  stage = await openTestStage()
  communityId = await stage.found(COMMUNITY_A)
  await stage.found(COMMUNITY_B)
  storage = await openTestStorage(stage.appUrl)
})
afterAll(async () => {
  await storage.close()
  await stage.close()
})

const ask = <N extends CallName>(call: N, input: Input<N>) => yes(callAs(main, CLERK, call, input))
const registerOwner = async (name: string, phone: string) => {
  const rows = csv([
    [...HEADERS.owners, '产权起始日'],
    ['1', '1', '0101', name, phone, '', '个人', '', name === 'A业主' ? '2020-01-01' : ''],
  ])
  const fileId = await upload(files, CLERK, { name: '业主.csv', bytes: rows, purpose: 'register' })
  await ask('imports.applyImport', { importId: (await stageAll(ask, 'owners', fileId)).importId })
}
const housesOf = async (openid: string) => (await yes(callAs(members, openid, 'members.showMe', {}))).seats.length

it('ends the seller’s binding, the family’s and the open codes when the register records a sale, and tells them', async () => {
  await registerOwner('A业主', '13800000001')
  const behind = await stage.see('select name from binding join owner using (community_id, owner_id)')
  expect(behind).toEqual([{ name: 'A业主' }, { name: 'A业主' }]) // found by name for the owner, through the owner for the family
  const houseId = (await yes(callAs(members, SELLER, 'members.showMe', {}))).seats[0]?.houses[0]?.houseId ?? ''
  const { code } = await yes(callAs(members, SELLER, 'members.issueClaimCode', { houseId, role: 'family' }))
  await registerOwner('赵六', '13800000002')
  await new Promise((resolve) => setTimeout(resolve, 10))
  expect(await housesOf(SELLER)).toBe(0)
  expect(await housesOf(FAMILY)).toBe(0)
  expect(await refusal(callAs(members, SELLER, 'members.listHousehold', { houseId }))).toBe('NOT_BOUND')
  const late = await yes(
    callAs(members, 'late-comer', 'members.useClaimCode', { communityId, code: code ?? '', name: '张丽' }),
  )
  expect(late.bound).toBe(false)
  const told = await stage.see("select 1 from outbox where topic = 'bindingEnded'")
  expect(told).toHaveLength(2)
})
