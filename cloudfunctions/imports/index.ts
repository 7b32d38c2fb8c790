import * as contracts from '../../types/contracts/imports'
import { serve } from '../shared/call/serve'
import { applyImport } from './calls/apply-import'
import { dropImport } from './calls/drop-import'
import { exportProblems } from './calls/export-problems'
import { listImports } from './calls/list-imports'
import { readImport } from './calls/read-import'
import { readTemplate } from './calls/read-template'
import { stageChunk } from './calls/stage-chunk'
import { startImport } from './calls/start-import'

export const main = serve('imports', contracts, {
  startImport,
  stageChunk,
  listImports,
  readImport,
  applyImport,
  dropImport,
  readTemplate,
  exportProblems,
})
