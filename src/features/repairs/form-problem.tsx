import type { WireError } from '../../../types/vocabulary/errors'
import { Notice } from '../../components/notice'
import { isOutside } from '../../services/refusals'
import type { DraftProblems } from './repair-draft'

const COUNTS = ['', '一', '两'] as const

/** What is missing, on top of the form; the same stands at the field. What was typed is kept and said to be kept. */
export function FormProblem({ problems, error }: { problems: DraftProblems; error: WireError | undefined }) {
  const [first, ...others] = Object.values(problems)
  if (first !== undefined) {
    const count = COUNTS[others.length + 1] ?? '几'
    return <Notice tone="due" icon="circle-alert" title={`还差${count}样，补上就能报`} note="写好的内容都替您留着。" />
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
