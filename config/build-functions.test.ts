import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Main } from '../cloudfunctions/shared/call/serve'
import { csv, HEADERS } from '../local/testing/sheets'
import { callAs, openTestStage, type TestStage, yes } from '../local/testing/stage'
import { openTestStorage, type TestStorage, upload } from '../local/testing/storage'
import { COMMUNITY_A, holderOf } from '../local/testing/two-communities'
import { buildFunction } from './build-functions'

const CLERK = holderOf('A', 'clerk')
const KB = 1024

let folder: string
let stage: TestStage
let storage: TestStorage
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mingju-bundles-'))
  await Promise.all(['files', 'imports'].map((name) => buildFunction(name, folder)))
  stage = await openTestStage()
  await stage.found(COMMUNITY_A)
  storage = await openTestStorage(stage.appUrl)
})
afterAll(async () => {
  await storage.close()
  await stage.close()
  rmSync(folder, { recursive: true, force: true })
})

const bundleOf = (name: string) => join(folder, name, 'index.js')
const mainOf = async (name: string): Promise<Main> => ((await import(bundleOf(name))) as { main: Main }).main

it('takes a clerk’s register up, checks it and reads it with what of the SDK is left in the bundles', async () => {
  const bytes = csv([HEADERS.houses, ['3', '2', '1801', '89.50', '产权证', '住宅', '2016-06-30']])
  const fileId = await upload(await mainOf('files'), CLERK, { name: '房屋.csv', bytes, purpose: 'register' })
  const started = await yes(callAs(await mainOf('imports'), CLERK, 'imports.startImport', { fileId, kind: 'houses' }))
  expect(started).toMatchObject({ state: 'staging', rowCount: 1 })
})

it('leaves out of the bundles what nobody calls: the SDK’s models and its document store', () => {
  for (const name of ['files', 'imports']) {
    expect(readFileSync(bundleOf(name), 'utf8')).not.toContain('BSONError')
    expect(statSync(bundleOf(name)).size).toBeLessThan(1_200 * KB)
  }
})
