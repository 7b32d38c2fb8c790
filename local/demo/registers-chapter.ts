import writeXlsx from 'write-excel-file/node'
import { IMPORT_KIND_IDS, IMPORT_KINDS } from '../../types/vocabulary/register'
import { bringRegister } from '../bring-register'
import type { ActAs, Chapter } from './act-as'
import { HONGQI_SHEETS, JINXIU_SHEETS } from './registers'

/** The clerks bring the registers of both communities, as spreadsheets and by the calls that any clerk uses. */
export const bringRegisters: Chapter = async (actAs, log) => {
  await bringAll(actAs, 'lin-xiao', JINXIU_SHEETS, log)
  await bringAll(actAs, 'he', HONGQI_SHEETS, log)
}

async function bringAll(
  actAs: ActAs,
  clerk: string,
  sheets: typeof JINXIU_SHEETS,
  log: (line: string) => void,
): Promise<void> {
  const ask = actAs(clerk)
  const { imports } = await ask('imports.listImports', {})
  const applied = imports.filter((each) => each.state === 'applied').map((each) => each.kind)
  for (const kind of IMPORT_KIND_IDS) {
    if (applied.includes(kind)) continue
    const bytes = await asSpreadsheet(sheets[kind])
    const done = await bringRegister(ask, { kind, name: `${IMPORT_KINDS[kind].zh}登记表.xlsx`, bytes })
    log(`${clerk} brought ${done.rowCount} rows of ${kind}`)
  }
}

const asSpreadsheet = (rows: string[][]): Promise<Buffer> =>
  writeXlsx(rows.map((row) => row.map((value) => ({ value, type: String, format: '@' })))).toBuffer()
