import { Client } from 'pg'
import { main as bills } from '.'
import { registersOf, withoutRegisters } from '../../local/testing/registers'
import { callAs, openTestStage, refusal, type TestStage, yes } from '../../local/testing/stage'
import { COMMUNITY_A, COMMUNITY_B, holderOf } from '../../local/testing/two-communities'

const cashier = holderOf('A', 'cashier')
const manager = holderOf('A', 'manager')
const APRIL = { kind: 'month', from: '2026-04-01' } as const

let stage: TestStage
let community = ''
let a: ReturnType<typeof registersOf>
/** Stands in the way of every billing of the community while it holds the lock, as a run of ten thousand houses does. */
let other: Client

beforeAll(async () => {
  stage = await openTestStage()
  community = await stage.found(withoutRegisters(COMMUNITY_A))
  await stage.found(withoutRegisters(COMMUNITY_B))
  a = registersOf(stage, community)
  other = new Client({ connectionString: stage.ownerUrl })
  await other.connect()
})
beforeEach(async () => {
  await a.clear()
  const contractId = await a.contract()
  await a.board(contractId, 1, '2020-01-01', [{ code: 'property_service', priceE4: 13500 }])
  await a.area('1-1-0101', 8950)
  await a.owner('1-1-0101', { name: '林女士' })
})
afterEach(() => other.query('select pg_advisory_unlock_all()'))
afterAll(async () => {
  await other.end()
  await stage.close()
})

const standInTheWay = () =>
  other.query("select pg_advisory_lock(hashtextextended('billing ' || $1::uuid::text, 0))", [community])
const start = (openid = cashier) => callAs(bills, openid, 'bills.startRun', APRIL)
const runs = async (openid = manager) => (await yes(callAs(bills, openid, 'bills.listRuns', {}))).runs
const outOf = async () => (await stage.see<{ n: number }>('select count(*)::int as n from bill'))[0]?.n

/** The connection of the run that waits behind the lock. */
async function workerPid(): Promise<number> {
  for (let tries = 0; tries < 100; tries += 1) {
    const [waiting] = await stage.see<{ pid: number }>(
      "select pid from pg_stat_activity where datname = current_database() and wait_event = 'advisory' and usename = 'mingju_app'",
    )
    if (waiting) return waiting.pid
    await new Promise((later) => setTimeout(later, 50))
  }
  throw new Error('no run waits')
}
const aMinuteLater = () => stage.see("update billing_run set asked_at = asked_at - interval '1 minute'")

it('shows a run to every desk while it is worked on, and a second tap answers how it stands', async () => {
  await standInTheWay()
  const running = start()
  await workerPid()
  expect(await runs()).toMatchObject([{ state: 'billing', bills: 0 }])
  expect((await yes(start(manager))).run.state).toBe('billing') // from another desk: neither waits nor bills twice
  await other.query('select pg_advisory_unlock_all()')
  expect((await yes(running)).run).toMatchObject({ state: 'done', bills: 1, amountFen: 12083 })
  expect(await runs()).toMatchObject([{ state: 'done', bills: 1 }])
})

it('leaves nothing half billed when it is killed, says so, and goes on when it is asked for again', async () => {
  await standInTheWay()
  const running = start()
  await stage.see('select pg_terminate_backend($1)', [await workerPid()])
  expect(await refusal(running)).toBe('BUSY')
  await other.query('select pg_advisory_unlock_all()')
  expect(await runs()).toMatchObject([{ state: 'waiting' }]) // it may only just have been asked for
  await aMinuteLater()
  const [cutOff] = await runs()
  expect([cutOff?.state, await outOf()]).toEqual(['unfinished', 0])
  const again = await yes(start(manager))
  expect(again).toMatchObject({ runId: cutOff?.runId, newBills: 1, run: { state: 'done', amountFen: 12083 } })
})

it('remembers which items a run that was cut off was asked for', async () => {
  await standInTheWay()
  const running = callAs(bills, cashier, 'bills.startRun', { ...APRIL, items: ['property_service'] })
  await stage.see('select pg_terminate_backend($1)', [await workerPid()])
  await refusal(running)
  expect((await runs())[0]?.items).toEqual(['property_service'])
})
