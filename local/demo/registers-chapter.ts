import writeXlsx from 'write-excel-file/node'
import { IMPORT_KINDS, type ImportKind, importKindsOf } from '../../types/vocabulary/register'
import { bringRegister } from '../bring-register'
import { type ActAs, type Chapter, sitDown } from './act-as'
import {
  HONGQI_METERS,
  HONGQI_OPENINGS,
  HONGQI_REVENUE,
  JINXIU_METERS,
  JINXIU_OPENINGS,
  JINXIU_REVENUE,
} from './assets'
import { HONGQI_SHEETS, JINXIU_SHEETS } from './registers'

type Sheets = Partial<Record<ImportKind, string[][]>>

/**
 * The registers of both communities come in as spreadsheets and by the calls that anyone uses: those of the enterprise
 * from its clerks, the revenue contracts from the committees, what stood open from the cashiers.
 */
export const bringRegisters: Chapter = async (actAs, log) => {
  await bringAll(actAs, 'lin-xiao', { ...JINXIU_SHEETS, meters: JINXIU_METERS }, log)
  await bringAll(actAs, 'song', { revenue: JINXIU_REVENUE }, log)
  await bringAll(actAs, 'he-jing', { openings: JINXIU_OPENINGS }, log)
  await bringAll(actAs, 'he', { ...HONGQI_SHEETS, meters: HONGQI_METERS }, log)
  await bringAll(actAs, 'tang', { revenue: HONGQI_REVENUE }, log)
  await bringAll(actAs, 'cao', { openings: HONGQI_OPENINGS }, log)
}

/** Brings each register that this person has not brought yet, in the order given: owners stand on houses. */
async function bringAll(actAs: ActAs, keeper: string, sheets: Sheets, log: (line: string) => void): Promise<void> {
  const ask = actAs(keeper)
  const kinds = Object.keys(sheets) as ImportKind[]
  const standUp = await sitDown(ask, (role) => kinds.every((kind) => importKindsOf(role).includes(kind)))
  const { imports } = await ask('imports.listImports', {})
  const applied = imports.filter((each) => each.state === 'applied').map((each) => each.kind)
  for (const [kind, rows] of Object.entries(sheets) as [ImportKind, string[][]][]) {
    if (applied.includes(kind)) continue
    const bytes = await asSpreadsheet(rows)
    const done = await bringRegister(ask, { kind, name: `${IMPORT_KINDS[kind].zh}登记表.xlsx`, bytes })
    log(`${keeper} brought ${done.rowCount} rows of ${kind}`)
  }
  await standUp()
}

const asSpreadsheet = (rows: string[][]): Promise<Buffer> =>
  writeXlsx(rows.map((row) => row.map((value) => ({ value, type: String, format: '@' })))).toBuffer()
