import { useState } from 'react'
import { Empty } from '../../../components/faces'
import { Page } from '../../../components/page'
import { ImportView } from '../../../features/imports/import-view'
import { Kinds } from '../../../features/imports/kinds'
import { RecentImports } from '../../../features/imports/recent'
import { useActor } from '../../../hooks/use-actor'
import { usePullRefresh } from '../../../hooks/use-pull-refresh'
import { useShown } from '../../../hooks/use-shown'

/** Where the enterprise brings its registers: choose, read what is wrong, confirm. */
export default function ImportsPage() {
  useShown()
  usePullRefresh()
  const { seat, data } = useActor()
  const [opened, setOpened] = useState<string>()
  const keeps = seat?.role === 'clerk' || seat?.role === 'manager'
  return (
    <Page title="导入登记表">
      {data && !keeps && (
        <Empty icon="upload" title="登记表由物业客服和经理导入" note="请在“我的”里换成客服或经理的身份。" />
      )}
      {keeps && opened === undefined && (
        <>
          <Kinds onStarted={setOpened} />
          <RecentImports onOpen={setOpened} />
        </>
      )}
      {keeps && opened !== undefined && (
        <ImportView key={opened} importId={opened} onDone={() => setOpened(undefined)} />
      )}
    </Page>
  )
}
