import { type CellValue, readSheet } from 'read-excel-file/universal'
import { IMPORT_LIMITS } from '../../../types/vocabulary/register'
import { unreadable } from './unreadable'
import { unpackWithinBounds } from './unzip'

/**
 * The cells of the first sheet as text, row by row as the spreadsheet counts. Numbers keep what the cell shows to
 * fifteen digits, dates become `2016-06-30`. Formulas and merged cells are refused: what they mean depends on a program.
 */
export async function readXlsx(bytes: Buffer): Promise<string[][]> {
  const parts = unpackWithinBounds(bytes)
  if (!parts.has('xl/workbook.xml')) {
    throw unreadable(
      parts.has('word/document.xml')
        ? '这是 Word 文档，不是表格，请用 Excel 或 WPS 表格填好后另存为 .xlsx 再传'
        : '这不是 .xlsx 表格，请用 Excel 或 WPS 打开后另存为 .xlsx 再传',
    )
  }
  for (const [name, content] of parts) ensurePlain(name, content)
  const exact = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer // Buffer never stands on shared memory here
  const rows = await readSheet<string>(exact, 1, { parseNumber: plainNumber }).catch(() => {
    throw unreadable('表格读不出来，请用 Excel 或 WPS 打开后另存为 .xlsx 再传')
  })
  return rows.map((row) => row.map(textOf))
}

/** The first sheet is the one that is read; formulas on an explanatory second sheet harm nobody. */
function ensurePlain(name: string, content: Buffer): void {
  if (!name.endsWith('.xml') && !name.endsWith('.rels')) return
  const xml = content.toString('utf8')
  if (xml.includes('<!DOCTYPE') || xml.includes('<!ENTITY'))
    throw unreadable('表格里有不该有的内容，请新建一张表、只粘贴数值再传')
  if (!/^xl\/worksheets\/sheet\d*\.xml$/.test(name)) return
  const formula = /<c\s[^>]*?\br="([A-Z]+)(\d+)"[^>]*>\s*<f[\s>/]/.exec(xml)
  if (formula) {
    throw unreadable(
      `第 ${formula[2] ?? ''} 行 ${formula[1] ?? ''} 列是公式，请选中整列复制，再“选择性粘贴”为数值后另存`,
    )
  }
  const far = farCell(xml)
  if (far) throw unreadable(`${far}有内容或格式，离表格太远，请把后面的空白行和空白列删掉再传`)
  const merged = /<mergeCell\s[^>]*?\bref="([^"]+)"/.exec(xml)
  if (merged) throw unreadable(`${merged[1] ?? ''} 是合并单元格，请取消合并、把每一行都填上再传`)
}

/** A parser fills the space up to the last cell with blanks, so one cell far out would cost as much as a full sheet. */
function farCell(xml: string): string | undefined {
  const rowMost = 2 * IMPORT_LIMITS.rowsMax
  for (const [, column = '', row = ''] of xml.matchAll(/\br="([A-Z]*)(\d+)"/g)) {
    if (column.length > 2 || Number(row) > rowMost) return column === '' ? `第 ${row} 行` : `${column}${row} `
  }
  return undefined
}

/** Spreadsheets keep 1.1 as 1.1000000000000001; people mean the fifteen digits they see. */
const plainNumber = (written: string): string => {
  const number = Number(written)
  return Number.isFinite(number) ? String(Number(number.toPrecision(15))) : written
}

function textOf(cell: CellValue<string> | null): string {
  if (cell === null) return ''
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10)
  return String(cell).trim()
}
