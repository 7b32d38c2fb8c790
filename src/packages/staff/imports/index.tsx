import { useState } from 'react'
import { importKindsOf } from '../../../../types/vocabulary/register'
import { Empty } from '../../../components/faces'
import { Page } from '../../../components/page'
import { DeskRail } from '../../../features/desk/desk-rail'
import { ImportView } from '../../../features/imports/import-view'
import { Kinds } from '../../../features/imports/kinds'
import { RecentImports } from '../../../features/imports/recent'
import { useActor } from '../../../hooks/use-actor'
import { usePullRefresh } from '../../../hooks/use-pull-refresh'
import { useShown } from '../../../hooks/use-shown'

/** Where registers are brought: choose, read what is wrong, confirm. */
export default function ImportsPage() {
  useShown()
  usePullRefresh()
  const { seat, data } = useActor()
  const [opened, setOpened] = useState<string>()
  const role = seat && importKindsOf(seat.role).length > 0 ? seat.role : undefined
  return (
    <Page title="导入登记表" rail={<DeskRail at="imports" />}>
      {data && !role && (
        <Empty icon="upload" title="登记表由物业和业委会导入" note="请在“我的”里换成物业或业委会的身份。" />
      )}
      {role && opened === undefined && (
        <>
          <Kinds role={role} onStarted={setOpened} />
          <RecentImports role={role} onOpen={setOpened} />
        </>
      )}
      {role && opened !== undefined && (
        <ImportView key={opened} importId={opened} onDone={() => setOpened(undefined)} />
      )}
    </Page>
  )
}
