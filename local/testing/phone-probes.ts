import type { CallName } from '../../types/contracts'
import type { Probe, ProbeGround } from './probe'

type PhoneCall = Extract<CallName, `phones.${string}`>

/** Probes of joining by a verified telephone; the number itself is in no register, which the answer does not tell. */
export function phoneProbes(
  ground: ProbeGround,
  phoneCodeFor: (number: string) => string,
): { [N in PhoneCall]: Probe<N> } {
  const forgetTries = () => ground.stage().see(`update join_try set at = at - interval '2 days'`)
  return {
    'phones.bindByPhone': {
      aim: async (target) => {
        await forgetTries()
        return {
          communityId: ground.communityOf(target),
          building: '9',
          stair: '9',
          room: '0909',
          phoneCode: phoneCodeFor('13000000000'),
        }
      },
    },
    'phones.takeOfficeByPhone': {
      aim: async (target) => {
        await forgetTries()
        return { communityId: ground.communityOf(target), phoneCode: phoneCodeFor('13000000000') }
      },
    },
  }
}
