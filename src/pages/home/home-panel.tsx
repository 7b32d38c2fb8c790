import { HOUSE_ROLES, type Role } from '../../../types/vocabulary/roles'
import type { Actor } from '../../hooks/use-actor'
import { usePreferences } from '../../hooks/use-preferences'
import { ElderHome } from './elder-home'
import { OfficeHome } from './office-home'
import { ResidentHome } from './resident-home'

const livesHere = (role: Role): boolean => (HOUSE_ROLES as readonly Role[]).includes(role)

/** 首页, by role: for whoever lives here, in two sizes; and for whoever watches over the community. */
export function HomePanel({ actor }: { actor: Actor }) {
  const { elder } = usePreferences()
  const { seat } = actor
  if (!seat) return null
  const name = actor.data?.name
  const may = actor.data?.may ?? []
  if (!livesHere(seat.role)) {
    return (
      <OfficeHome
        seat={seat}
        name={name}
        mayReadRepairs={may.includes('repairs.listRepairs')}
        mayReadBooks={may.includes('accounts.readCockpit')}
      />
    )
  }
  return elder ? <ElderHome seat={seat} name={name} /> : <ResidentHome seat={seat} name={name} />
}
