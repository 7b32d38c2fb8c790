import type * as bills from '../../../types/contracts/bills'
import type { Answer } from '../../shared/call/answer'
import { replyFor } from '../run-reply'
import { listRuns as listRows } from '../run-store'

const RUNS_MAX = 60

/** The runs of the community, newest period first. */
export const listRuns: Answer<typeof bills.listRuns> = async ({ db, actor, now }) => ({
  runs: (await listRows(db, actor, RUNS_MAX)).map((row) => replyFor(row, now)),
})
