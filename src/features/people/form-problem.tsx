import type { WireError } from '../../../types/vocabulary/errors'
import { Notice } from '../../components/notice'
import { isOutside } from '../../services/refusals'

interface FormProblemProps {
  /** What could not be done, for example 没能交上. */
  failed: string
  problems: Partial<Record<string, string>>
  error: WireError | undefined
}

/** On top of a form: that something is missing, or why it was refused. What was typed stays. */
export function FormProblem({ failed, problems, error }: FormProblemProps) {
  if (Object.keys(problems).length > 0) {
    return <Notice tone="due" icon="circle-alert" title="还差一点，补好再交" note="写好的内容都替您留着。" />
  }
  if (!error) return null
  return (
    <Notice
      tone="due"
      icon={isOutside(error) ? 'wifi-off' : 'circle-alert'}
      title={failed}
      note={`${error.message}。写好的内容都替您留着。`}
    />
  )
}

/** What the server says of each field, in its own words. */
export const saidOf = (error: WireError | undefined): Partial<Record<string, string>> =>
  Object.fromEntries((error?.details?.fields ?? []).map(({ path, message }) => [path, message]))
