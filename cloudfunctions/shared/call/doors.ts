import type { CallName, FunctionName } from '../../../types/contracts'
import type { Contract } from '../../../types/contracts/contract'
import type { Answers, ErrandAnswer, JoinErrandAnswer, Joining, Seated, Visiting } from './answer'

/** One call as the doorway handles it: its contract and its answer, found by name. */
export interface Door {
  call: CallName
  contract: Contract
  answer: (given: Seated | Visiting | Joining, input: unknown) => Promise<unknown>
  /** In place of `answer`, where the contract is an errand. */
  errand?: ErrandAnswer<Contract>
  /** In place of `answer`, where an act of joining must ask outside. */
  joinErrand?: JoinErrandAnswer<Contract>
}

export function doorsOf<F extends FunctionName>(
  fn: F,
  contracts: Record<keyof Answers<F>, Contract>,
  answers: Answers<F>,
): Map<string, Door> {
  const names = Object.keys(answers) as (keyof Answers<F> & string)[] // the type of `answers` has exactly these keys
  return new Map(
    names.map((name) => {
      const call = `${fn}.${name}`
      // Answers<F> has proven at compile time that this answer belongs to this contract; here the names meet again.
      const contract = contracts[name]
      const answer: unknown = answers[name]
      const answered =
        typeof answer === 'function'
          ? { answer }
          : contract.kind === 'join'
            ? { joinErrand: answer }
            : { errand: answer }
      return [call, { call, contract, ...answered } as unknown as Door]
    }),
  )
}
