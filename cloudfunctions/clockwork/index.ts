import type { Reply } from '../../types/vocabulary/errors'
import { AppError, sayError } from '../shared/call/app-error'
import { logLine } from '../shared/call/log'
import { callerOf, type FunctionContext } from '../shared/call/who'
import { runDueWork, type DueWork } from './run-due-work'

/**
 * The timer function: each minute it does what is due, one transaction for each community.
 * Only the platform's own timer may wind it; the event (`Type: 'Timer'`) proves nothing and is not read.
 */
export async function main(_event: unknown, context?: FunctionContext): Promise<Reply<DueWork>> {
  if (callerOf(context).kind !== 'timer') return { ok: false, error: sayError(new AppError('NOT_ALLOWED')) }
  const done = await runDueWork()
  if (Object.values(done).some((count) => count > 0)) logLine({ fn: 'clockwork', job: 'due work', ...done }) // quiet turns stay quiet
  return { ok: true, data: done }
}
