import type * as binding from '../../../types/contracts/members-binding'
import type { Answer } from '../../shared/call/answer'
import { AppError } from '../../shared/call/app-error'
import { getOpenCode, revokeCode } from '../claim-code-store'
import { keepsCode } from '../rules/offices'

/** Takes back a code that nobody has used. */
export const revokeClaimCode: Answer<typeof binding.revokeClaimCode> = async (
  { db, actor, reach, now },
  { codeId },
) => {
  const code = await getOpenCode(db, actor, reach, codeId)
  if (!keepsCode(actor.role, code)) throw new AppError('NOT_FOUND')
  await revokeCode(db, actor, codeId, now)
  return { codeId }
}
