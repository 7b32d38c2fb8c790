import type { Facts } from './columns'
import type { Register, SaidFact } from './register'

/** A row in words: all that is new of a new thing; of a known one only what changes, beside what stands now. */
export function sayDifference(register: Register, facts: Facts, before: Facts | undefined): SaidFact[] {
  const said = register.columns.flatMap((column): SaidFact[] => {
    const fact = facts[column.key]
    if (fact === undefined) return []
    const now = before?.[column.key]
    if (now === fact) return []
    const change = { column: column.zh, after: column.say(fact) }
    return [now === undefined ? change : { ...change, before: column.say(now) }]
  })
  const leaving = before?.leaving
  return leaving === undefined || !register.sayLeaving ? said : [...said, register.sayLeaving(String(leaving))]
}
