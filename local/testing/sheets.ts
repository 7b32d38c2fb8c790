import writeXlsx from 'write-excel-file/node'
import type { CallName, Input, Output } from '../../types/contracts'
import type { ImportKind } from '../../types/vocabulary/register'

/** A spreadsheet as Excel writes it; `null` is a blank cell. */
export const xlsx = (rows: (string | number | Date | null)[][]): Promise<Buffer> =>
  writeXlsx(
    rows.map((row) =>
      row.map((value) => {
        if (value === null) return null
        if (typeof value === 'number') return { value, type: Number }
        if (value instanceof Date) return { value, type: Date, format: 'yyyy-mm-dd' }
        return { value, type: String }
      }),
    ),
  ).toBuffer()

export const csv = (rows: string[][]): Buffer => Buffer.from(rows.map((row) => row.join(',')).join('\r\n'), 'utf8')

export const HEADERS: Record<ImportKind, string[]> = {
  houses: ['楼栋', '单元', '室号', '面积', '面积来源', '用途', '交付日期'],
  owners: ['楼栋', '单元', '室号', '业主姓名', '电话', '份额', '类型', '证件号'],
  staff: ['姓名', '电话', '岗位', '班组'],
  feeItems: ['名称', '计费方式', '服务类别', '收取周期', '单价', '单位', '收费依据'],
  revenue: ['类别', '资源', '对方', '合同编号', '开始日期', '结束日期', '每季应收', '归属', '楼栋', '单元'],
  meters: ['类型', '表号', '楼栋', '单元', '室号', '位置', '倍率', '起始读数', '读数日期'],
  openings: ['楼栋', '单元', '室号', '类别', '收费项目', '开始日期', '结束日期', '应付日期', '金额'],
}

type Ask = <N extends CallName>(call: N, input: Input<N>) => Promise<Output<N>>

/** Starts an import of an uploaded file and drives it until every row has been compared, as a client does. */
export async function stageAll(ask: Ask, kind: ImportKind, fileId: string): Promise<Output<'imports.stageChunk'>> {
  const { importId } = await ask('imports.startImport', { fileId, kind })
  for (;;) {
    const at = await ask('imports.stageChunk', { importId })
    if (at.state === 'checked') return at
  }
}
