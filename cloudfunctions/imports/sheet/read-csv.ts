import { parse } from 'csv-parse/sync'
import { unreadable } from './unreadable'

/** The cells of a .csv as text. UTF-8, or GB 18030 as Chinese Excel writes it. */
export function readCsv(bytes: Buffer): string[][] {
  const text = decode(bytes)
  const rows = split(text)
  for (const [index, row] of rows.entries()) {
    const place = row.findIndex((cell) => cell.startsWith('='))
    if (place >= 0) throw unreadable(`第 ${index + 1} 行第 ${place + 1} 列以 = 开头，像是公式，请改成数值再传`)
  }
  return rows.map((row) => row.map((cell) => cell.trim()))
}

function split(text: string): string[][] {
  try {
    return parse(text, { bom: true, relax_column_count: true, skip_empty_lines: false })
  } catch (error) {
    const line = error instanceof Error && 'lines' in error ? `第 ${String(error.lines)} 行附近` : ''
    throw unreadable(`${line}的引号不成对，请在 Excel 里打开核对，或另存为 .xlsx 再传`)
  }
}

function decode(bytes: Buffer): string {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      continue
    }
  }
  throw unreadable('文件的文字编码认不出来，请在 Excel 里另存为“CSV UTF-8”或 .xlsx 再传')
}
