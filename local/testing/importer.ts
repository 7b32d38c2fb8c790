import type { Main } from '../../cloudfunctions/shared/call/serve'
import type { CallName, Input, Output } from '../../types/contracts'
import type { ImportKind, ImportView } from '../../types/vocabulary/register'
import { csv, HEADERS, stageAll } from './sheets'
import { callAs, refusal, yes } from './stage'
import { upload } from './storage'

/** Somebody with a filled spreadsheet, and what they may do with it; the storage must stand (`openTestStorage`). */
export function importerAs(openid: string, { imports, files }: { imports: Main; files: Main }) {
  const ask = <N extends CallName>(call: N, input: Input<N>): Promise<Output<N>> =>
    yes(callAs(imports, openid, call, input))
  const put = (rows: string[][]) => upload(files, openid, { name: '登记表.csv', bytes: csv(rows), purpose: 'register' })
  const bring = async (kind: ImportKind, rows: string[][]) => stageAll(ask, kind, await put([HEADERS[kind], ...rows]))
  const apply = (importId: string) => ask('imports.applyImport', { importId })
  return {
    ask,
    put,
    bring,
    apply,
    bringAndApply: async (kind: ImportKind, rows: string[][]) => apply((await bring(kind, rows)).importId),
    look: async (importId: string, view: ImportView) => ask('imports.readImport', { importId, view }),
    /** `row column: what is wrong`, as the screen lists it. */
    problems: async (importId: string) => {
      const { problems } = await ask('imports.readImport', { importId, view: 'problems' })
      return problems.map(({ rowNo, column, wrong }) => `${rowNo} ${column}: ${wrong}`)
    },
    refusedTo: <N extends CallName>(call: N, input: Input<N>) => refusal(callAs(imports, openid, call, input)),
  }
}
