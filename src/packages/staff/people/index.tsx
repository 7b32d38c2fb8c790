import { useState } from 'react'
import type { Role } from '../../../../types/vocabulary/roles'
import { BoneRows, Empty, Failed, Loading } from '../../../components/faces'
import { Page } from '../../../components/page'
import { Segmented } from '../../../components/segmented'
import { DeskRail } from '../../../features/desk/desk-rail'
import { ApplicationsDesk } from '../../../features/people/applications-desk'
import { CodesDesk } from '../../../features/people/codes-desk'
import { OwnerCount } from '../../../features/people/owner-count'
import { RebindingsDesk } from '../../../features/people/rebindings-desk'
import { ResidentsDesk } from '../../../features/people/residents-desk'
import { StaffDesk } from '../../../features/people/staff-desk'
import { useActor, type Seat } from '../../../hooks/use-actor'
import { usePullRefresh } from '../../../hooks/use-pull-refresh'
import { useShown } from '../../../hooks/use-shown'

const TABS = {
  applications: { zh: '申请' },
  residents: { zh: '住户' },
  codes: { zh: '绑定码' },
  staff: { zh: '任职' },
  count: { zh: '人数' },
} as const

type Tab = keyof typeof TABS

/** What each role looks after; the server has the last word. */
const TABS_OF: Partial<Record<Role, readonly Tab[]>> = {
  clerk: ['applications', 'residents', 'codes', 'staff'],
  manager: ['applications', 'residents', 'codes', 'staff', 'count'],
  neighbourhood: ['staff', 'codes', 'count'],
  committee: ['count'],
  supervisor: ['count'],
}

export default function PeoplePage() {
  useShown()
  usePullRefresh()
  const { seat, data, error, again } = useActor()
  if (seat) return <Desk seat={seat} />
  return (
    <Page title="人员" rail={<DeskRail at="people" />}>
      {data && <Empty icon="users" title="这里是物业和社区办事的地方" note="请在“我的”里换成办事的身份。" />}
      {!data && error && <Failed what="人员" error={error} onAgain={() => void again()} />}
      {!data && !error && (
        <Loading what="人员">
          <BoneRows count={3} />
        </Loading>
      )}
    </Page>
  )
}

function Desk({ seat }: { seat: Seat }) {
  const tabs = TABS_OF[seat.role] ?? []
  const [chosen, setChosen] = useState<Tab>()
  const tab = chosen ?? tabs[0]
  const place = seat.communityName
  return (
    <Page title={tab === 'count' && tabs.length === 1 ? '业主人数和面积' : '人员'} rail={<DeskRail at="people" />}>
      {!tab && <Empty icon="users" title="现在的身份不管人员" note="请在“我的”里换一个身份。" />}
      {tab && tabs.length > 1 && (
        <Segmented
          label="看什么"
          choices={tabs.map((value) => ({ value, word: TABS[value].zh }))}
          value={tab}
          onChoose={setChosen}
        />
      )}
      {tab === 'applications' && <ApplicationsDesk />}
      {tab === 'residents' && (
        <>
          <RebindingsDesk communityName={place} />
          <ResidentsDesk communityName={place} />
        </>
      )}
      {tab === 'codes' && <CodesDesk />}
      {tab === 'staff' && <StaffDesk communityName={place} />}
      {tab === 'count' && <OwnerCount />}
    </Page>
  )
}
