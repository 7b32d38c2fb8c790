import { AppError } from '../shared/call/app-error'
import type { Joining, OutsideOfJoining } from '../shared/call/answer'
import { isSettled, settle } from '../shared/people/join-store'
import { numberBehind } from './wechat'

/**
 * Asks WeChat for the number behind the code, with no transaction open, and then does what this number opens, in one. A try
 * that was settled before is left as it stands. Throws PHONE_CODE_UNFIT for a code that WeChat does not take.
 */
export async function tryVerified(
  { step }: OutsideOfJoining,
  it: { tryId: string; phoneCode: string },
  open: (given: Joining, phone: string) => Promise<void>,
): Promise<{ tryId: string }> {
  const { tryId, phoneCode } = it
  if (await step(({ db, communityId }) => isSettled(db, communityId, tryId))) return { tryId }
  const phone = await numberBehind(phoneCode)
  return step(async (given) => {
    const { db, communityId, now } = given
    if (!(await settle(db, communityId, tryId, now))) return { tryId } // another copy of this request was faster
    if (phone === undefined) throw new AppError('PHONE_CODE_UNFIT')
    await open(given, phone)
    return { tryId }
  })
}
