import { AppError } from '../../shared/call/app-error'

/**
 * What becomes of something that is registered over [from, until) when it is to end on a day: it goes when that is its first
 * day, for it was a mistake; it is cut short on a later one. It is never made longer: that is a new entry.
 */
export function endOf(term: { from: string; until: string | null }, day: string): 'drop' | 'cut' {
  const refuse = (message: string): never => {
    throw new AppError('INVALID_INPUT', { fields: [{ path: 'until', message }] })
  }
  if (day < term.from) return refuse('结束日期不能早于开始那天')
  if (term.until !== null && day > term.until) return refuse('不能改得比原来更晚，请另外登记一条')
  return day === term.from ? 'drop' : 'cut'
}
