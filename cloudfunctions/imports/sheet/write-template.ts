import writeXlsx, { type SheetData } from 'write-excel-file/node'
import type { Register } from '../rules/register'

/** The first sheet is filled in; the second explains. All cells are text, so that 0302 and telephone numbers stay whole. */
export async function writeTemplate(register: Register): Promise<Buffer> {
  const text = (value: string) => ({ value, type: String, format: '@' })
  const titles = register.columns.map((column) => ({
    value: column.zh,
    fontWeight: 'bold' as const,
    backgroundColor: '#e8f3ee',
  }))
  const example = register.columns.map((column) => (column.example === '' ? null : text(column.example)))
  const blank = Array.from({ length: 30 }, () => register.columns.map(() => ({ value: '', type: String, format: '@' })))
  const explained: SheetData = [
    ['列', '必填', '怎么填', '例子'].map((value) => ({ value, fontWeight: 'bold' as const })),
    ...register.columns.map((column) =>
      [column.zh, column.isRequired ? '必填' : '', column.hint, column.example].map(text),
    ),
    [text('第一张表的第 2 行是例子，填之前请删掉。')],
  ]
  const columns = register.columns.map(() => ({ width: 14 }))
  return writeXlsx([
    { sheet: '登记表', data: [titles, example, ...blank], columns, stickyRowsCount: 1 },
    { sheet: '填写说明', data: explained, columns: [{ width: 12 }, { width: 8 }, { width: 44 }, { width: 16 }] },
  ]).toBuffer()
}
