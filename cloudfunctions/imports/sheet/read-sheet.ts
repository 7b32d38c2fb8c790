import { extensionOf } from '../../../types/vocabulary/file'
import { IMPORT_LIMITS } from '../../../types/vocabulary/register'
import { readCsv } from './read-csv'
import { readXlsx } from './read-xlsx'
import { unreadable } from './unreadable'

/** One filled row, with its number as the spreadsheet counts. */
export interface SheetRow {
  rowNo: number
  cells: string[]
}

export interface Sheet {
  /** The words of the first row. */
  header: string[]
  rows: SheetRow[]
}

/** Reads a register within bounds; what cannot be one is refused with what to do about it. */
export async function readRegister(name: string, bytes: Buffer): Promise<Sheet> {
  const table = extensionOf(name) === 'csv' ? readCsv(bytes) : await readXlsx(bytes)
  const [header = [], ...body] = table
  const rows = body
    .map((cells, index) => ({ rowNo: index + 2, cells }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  if (header.every((cell) => cell === '')) throw unreadable('表格是空的，第一行要写列名，可以先下载模板')
  if (rows.length === 0) throw unreadable('表格里只有列名，没有内容，请填好再传')
  if (rows.length > IMPORT_LIMITS.rowsMax) {
    throw unreadable(`一次最多 ${IMPORT_LIMITS.rowsMax} 行，这张表有 ${rows.length} 行，请分成几份再传`)
  }
  if (header.length > IMPORT_LIMITS.columnsMax) throw unreadable('列太多，请只留下模板里的列再传')
  for (const { rowNo, cells } of rows) {
    if (cells.some((cell) => cell.length > IMPORT_LIMITS.cellMax))
      throw unreadable(`第 ${rowNo} 行有一格的字太多，请删短再传`)
  }
  return { header, rows }
}
