import { main as files } from '../files'
import { main as imports } from '../imports'
import { importerAs } from '../../local/testing/importer'
import { callAs, openTestStage, refusal, type TestStage, timerContext, yes } from '../../local/testing/stage'
import { openTestStorage, putBytes, type TestStorage, upload } from '../../local/testing/storage'
import { COMMUNITY_A, holderOf } from '../../local/testing/two-communities'
import { HELD_BY, HELD_IN } from './leftover-store'
import { main as clockwork } from '.'

const MANAGER = holderOf('A', 'manager')
const clerk = importerAs(holderOf('A', 'clerk'), { imports, files })
const PDF = Buffer.from('%PDF-1.7 没人附上')

let stage: TestStage
let storage: TestStorage
let a = ''
beforeAll(async () => {
  stage = await openTestStage()
  a = await stage.found(COMMUNITY_A)
  storage = await openTestStorage(stage.appUrl)
})
afterAll(async () => {
  await storage.close()
  await stage.close()
})

const turn = () => yes(clockwork({ Type: 'Timer' }, timerContext()))
const ago = (hours: number) => `now() - interval '${hours} hours'`
const bring = (name: string) => upload(files, MANAGER, { name, bytes: PDF, purpose: 'document' })
const stateOf = async (fileId: string) => {
  const [row] = await stage.see<{ state: string; kept: boolean }>(
    'select state, kept_at is not null as kept from file where file_id = $1',
    [fileId],
  )
  return `${row?.state ?? ''}${row?.kept ? ', kept' : ''}`
}
/** Whether the storage still has the bytes, asked as a record would open them. */
const opens = async (fileId: string): Promise<boolean> => {
  await stage.see('update fee_board set basis_file_id = $1', [fileId])
  await stage.see("update file set state = 'checked' where file_id = $1", [fileId])
  const [board] = await stage.see<{ board_id: string }>('select board_id from fee_board')
  const about = { kind: 'boardDraft', id: board?.board_id ?? '' } as const
  const reply = await callAs(files, MANAGER, 'files.linkFile', { about, fileId })
  if (!reply.ok) await stage.see("update file set state = 'removed' where file_id = $1", [fileId])
  return reply.ok
}
const draft = async (fileId: string) =>
  stage.see(
    `insert into fee_board (community_id, board_id, contract_id, state, effective_from, facts, drafted_by, basis_kind, basis_words, basis_file_id)
     select c.community_id, gen_random_uuid(), contract_id, 'draft', '2030-01-01', '{}', s.person_id, 'owners decision', '决定', $2
     from service_contract c join seat s using (community_id) where c.community_id = $1 and s.role = 'manager'`,
    [a, fileId],
  )

describe('an import that nobody goes on with', () => {
  it('is dropped after seven days with the names and telephones that were staged for it; its counts stay', async () => {
    const row = ['1', '1', '0101', '林女士', '13800000001', '', '个人', '']
    const old = await clerk.bring('owners', [row])
    const fresh = await clerk.bring('owners', [row])
    await stage.see(`update import set started_at = ${ago(7 * 24 + 1)} where import_id = $1`, [old.importId])
    expect(await turn()).toMatchObject({ cleared: 1, failed: 0 })
    const staged = await stage.see<{ import_id: string }>('select distinct import_id from import_row')
    expect(staged.map(({ import_id }) => import_id)).toEqual([fresh.importId])
    const { imports: listed } = await clerk.ask('imports.listImports', {})
    expect(listed.find(({ importId }) => importId === old.importId)).toMatchObject({ state: 'dropped', rowCount: 1 })
    expect(await clerk.refusedTo('imports.applyImport', { importId: old.importId })).toBe('WRONG_STATE')
    expect(await turn()).toMatchObject({ cleared: 0 })
  })
})

describe('an upload', () => {
  it('that nobody attached within a day goes from the storage, and cannot be attached any more', async () => {
    const orphan = await bring('忘了附上.pdf')
    await turn()
    expect(await stateOf(orphan)).toBe('checked') // its day is not over
    await stage.see(`update file set made_at = ${ago(25)} where file_id = $1`, [orphan])
    await turn()
    expect(await stateOf(orphan)).toBe('leaving') // whoever is attaching it at this moment still finds it
    await stage.see(`update file set leaving_at = ${ago(1)} where file_id = $1`, [orphan])
    expect(await turn()).toMatchObject({ cleared: 1, failed: 0 })
    expect(await stateOf(orphan)).toBe('removed')
    expect(await turn()).toMatchObject({ cleared: 0 })
    await draft(orphan)
    expect(await opens(orphan)).toBe(false)
    await stage.see('delete from fee_board')
  })

  it('that a record holds stays, also when the record took it at the last moment', async () => {
    const held = await bring('决定.pdf')
    const late = await bring('最后一刻.pdf')
    await draft(held)
    await stage.see(`update file set made_at = ${ago(25)} where file_id = any ($1)`, [[held, late]])
    await turn()
    expect([await stateOf(held), await stateOf(late)]).toEqual(['checked, kept', 'leaving'])
    await stage.see('update fee_board set basis_file_id = $1', [late])
    await stage.see(`update file set leaving_at = ${ago(1)} where file_id = $1`, [late])
    expect(await turn()).toMatchObject({ cleared: 0 })
    expect(await stateOf(late)).toBe('checked, kept')
    expect(await opens(late)).toBe(true)
    await stage.see('delete from fee_board')
  })

  it('whose ticket was drawn and never used goes as well, without a word from the storage', async () => {
    const ask = { purpose: 'document', name: '没传.pdf', sizeBytes: PDF.length } as const
    const { fileId } = await yes(callAs(files, MANAGER, 'files.requestUpload', ask))
    const half = await yes(callAs(files, MANAGER, 'files.requestUpload', ask))
    await putBytes(half, PDF) // sent, and never confirmed
    await stage.see(`update file set made_at = ${ago(25)} where file_id = any ($1)`, [[fileId, half.fileId]])
    await turn()
    expect(await refusal(callAs(files, MANAGER, 'files.confirmUpload', { fileId }))).toBe('FILE_TICKET_USED')
    await stage.see(`update file set leaving_at = ${ago(1)} where state = 'leaving'`)
    expect(await turn()).toMatchObject({ cleared: 2, failed: 0 })
    expect([await stateOf(fileId), await stateOf(half.fileId)]).toEqual(['removed', 'removed'])
  })
})

/** Documents that name no file of the storage; a new one must be argued for here, or its files would go after a day. */
const WITHOUT_FILES = [
  'act_reply.reply', // replies serve retries for a week; what they name is held elsewhere, or by nobody
  'billing_run.warnings',
  'fee_board.facts',
  'import_row.before',
  'import_row.cells',
  'import_row.facts',
]

it('knows every column of the schema by which a record can hold a file', async () => {
  const columns = await stage.see<{ table: string; column: string }>(
    `select c.relname as table, a.attname as column
     from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'app' and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and c.relname <> 'file'
       and (a.attname ~ 'file_id$' or exists (
         select from pg_constraint f where f.conrelid = c.oid and f.contype = 'f' and f.confrelid = 'app.file'::regclass
           and a.attnum = f.conkey[2]))
     order by 1, 2`,
  )
  expect(columns).toEqual([...HELD_BY])
  const documents = await stage.see<{ table: string; column: string }>(
    `select c.relname as table, a.attname as column
     from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'app' and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and a.atttypid = 'jsonb'::regtype
     order by 1, 2`,
  )
  const named = documents.map(({ table, column }) => `${table}.${column}`)
  expect(named.filter((name) => !WITHOUT_FILES.includes(name))).toEqual(
    HELD_IN.map(({ table, column }) => `${table}.${column}`),
  )
})
