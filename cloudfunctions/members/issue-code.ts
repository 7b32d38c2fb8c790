import { BINDING_LIMITS } from '../../types/vocabulary/binding'
import { businessDate } from '../../types/vocabulary/dates'
import { AppError } from '../shared/call/app-error'
import type { Seated } from '../shared/call/answer'
import { newClaimCode } from './claim-code'
import { countIssuedOn, insertCode, lockIssuing, type NewCode } from './claim-code-store'

const DAY_MS = 86_400_000

/** Makes a code of whatever purpose and gives the only sight of it there will be. */
export async function issueCode(
  { db, actor, now }: Seated,
  opens: Omit<NewCode, 'label' | 'secretSha256' | 'expiresAt'>,
): Promise<{ codeId: string; code: string; expiresAt: string }> {
  await lockIssuing(db, actor)
  if ((await countIssuedOn(db, actor, businessDate(now))) >= BINDING_LIMITS.codesPerDayMax)
    throw new AppError('TOO_MANY')
  const { code, label, secretSha256 } = newClaimCode()
  const expiresAt = new Date(now.getTime() + BINDING_LIMITS.codeDays * DAY_MS)
  const codeId = await insertCode(db, actor, { ...opens, label, secretSha256, expiresAt }, now)
  return { codeId, code, expiresAt: expiresAt.toISOString() }
}
