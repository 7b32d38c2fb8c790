import type { WireError } from '../../../types/vocabulary/errors'
import { Notice } from '../../components/notice'
import { isOutside } from '../../services/refusals'
import type { DraftProblems, RepairDraft } from './repair-draft'

const COUNTS = ['', '一', '两', '三'] as const

/** What is empty is missing; as soon as something that was written will not do, the form is to be mended. */
export const isOnlyUnfinished = (draft: RepairDraft, problems: DraftProblems): boolean =>
  (!problems.place || draft.place.trim() === '') && (!problems.description || draft.description.trim() === '')

interface FormProblemProps {
  draft: RepairDraft
  problems: DraftProblems
  error: WireError | undefined
}

/** What is missing or to be changed, on top of the form; the same stands at the field. What was typed is kept and said to be kept. */
export function FormProblem({ draft, problems, error }: FormProblemProps) {
  const [first, ...others] = Object.values(problems)
  if (first !== undefined) {
    const count = COUNTS[others.length + 1] ?? '几'
    const title = isOnlyUnfinished(draft, problems) ? `还差${count}样，补上就能报` : `有${count}处要改，改好就能报`
    return <Notice tone="due" icon="circle-alert" title={title} note="写好的内容都替您留着。" />
  }
  if (!error) return null
  return (
    <Notice
      tone="due"
      icon={isOutside(error) ? 'wifi-off' : 'circle-alert'}
      title={isOutside(error) ? '还没报上去' : '这次没能报上'}
      note={`${error.message}。写好的内容都替您留着${isOutside(error) ? '，再点一次不会报成两单' : ''}。`}
    />
  )
}
