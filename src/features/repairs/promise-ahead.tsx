import type { RepairCategory } from '../../../types/vocabulary/repair-category'
import { categoryOf } from '../../../types/vocabulary/repair-category'
import { useCall } from '../../hooks/use-call'
import { now } from '../../services/clock'
import { PromiseAhead } from './promise-card'

const MINUTE_MS = 60_000

/** What whoever reports asks first: when somebody comes; else until when it is mended, or taken up. */
const ASKED_FIRST = ['arrive', 'finish', 'take'] as const

/** What the contract promises for such a repair, if it promises minutes at all; it is asked anew as time goes on. */
export function PromiseFor({ category }: { category: RepairCategory }) {
  const { data } = useCall('repairs.readPromises', {}, { everyMs: MINUTE_MS })
  const { urgent } = categoryOf(category)
  const gradeCode = data?.gradeCode
  const promise = ASKED_FIRST.map((wanted) =>
    data?.promises.find(({ clock, urgent: forUrgent }) => clock === wanted && forUrgent === urgent),
  ).find((one) => one !== undefined)
  if (!promise || gradeCode === undefined) return null
  return <PromiseAhead promise={{ ...promise, gradeCode }} now={now()} />
}
