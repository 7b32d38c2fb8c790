import { stringify } from 'csv-stringify/sync'

/**
 * A .csv that Excel opens in the right encoding. A cell that begins like a formula is made plain text, because what
 * people typed into one spreadsheet must not run in another.
 */
export function writeCsv(rows: string[][]): Buffer {
  return Buffer.from(stringify(rows, { bom: true, record_delimiter: '\r\n', escape_formulas: true }), 'utf8')
}
