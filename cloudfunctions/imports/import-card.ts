import type { ImportRow } from './import-store'

/** Where an import stands, as every call about it answers. */
export const progressOf = (row: ImportRow) => ({
  importId: row.import_id,
  state: row.state,
  rowCount: row.row_count,
  stagedCount: row.staged_count,
  newCount: row.new_count,
  changedCount: row.changed_count,
  sameCount: row.same_count,
  wrongCount: row.wrong_count,
})

export const cardOf = (row: ImportRow) => ({
  ...progressOf(row),
  kind: row.kind,
  fileName: row.file_name,
  startedAt: row.started_at.toISOString(),
  ...(row.starter && { startedBy: row.starter }),
})
