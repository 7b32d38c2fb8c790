import { APPLICATION_STATES } from '../../../types/vocabulary/binding'
import { ROLES } from '../../../types/vocabulary/roles'
import { Card, Section } from '../../components/card'
import { Chip } from '../../components/chip'
import { Row } from '../../components/row'
import { useCall } from '../../hooks/use-call'
import { saidAt } from '../../services/clock'

const SHOWN_MAX = 5

/** What became of one's own applications; nothing at all when there are none. */
export function MyApplications() {
  const { data } = useCall('members.listMyApplications', {})
  const applications = data?.applications.slice(0, SHOWN_MAX) ?? []
  if (applications.length === 0) return null
  return (
    <>
      <Section title="我的申请" />
      <Card flush>
        {applications.map(({ applicationId, communityName, label, role, state, reason, at }) => (
          <Row
            key={applicationId}
            icon="house"
            tone={APPLICATION_STATES[state].tone}
            title={`${communityName} ${label}`}
            note={reason ?? `${ROLES[role].zh} · ${saidAt(at)}`}
            end={<Chip tone={APPLICATION_STATES[state].tone}>{APPLICATION_STATES[state].zh}</Chip>}
          />
        ))}
      </Card>
    </>
  )
}
