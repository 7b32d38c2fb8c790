import { useState } from 'react'
import { REPAIR_FILTERS, type RepairFilter } from '../../../../types/vocabulary/repair'
import { Button } from '../../../components/button'
import { Empty } from '../../../components/faces'
import { Bar, Page } from '../../../components/page'
import { Segmented } from '../../../components/segmented'
import { NotBound } from '../../../features/repairs/not-bound'
import { RepairList } from '../../../features/repairs/repair-list'
import { useActor, type Actor } from '../../../hooks/use-actor'
import { usePullRefresh } from '../../../hooks/use-pull-refresh'
import { useShown } from '../../../hooks/use-shown'
import { openPage } from '../../../services/routes'

const choicesOf = (filters: readonly RepairFilter[]) =>
  filters.map((value) => ({ value, word: REPAIR_FILTERS[value].zh }))

/** What waits for one's own word; for an office, what is past its promise. */
const OWN_FILTERS = choicesOf(['open', 'done', 'all'])
const OFFICE_FILTERS = choicesOf(['open', 'overdue', 'all'])

/** One's own orders; for an office, the community's. */
export default function RepairsPage() {
  useShown()
  usePullRefresh()
  const { data: me, desk, seat } = useActor()
  const [filter, setFilter] = useState<RepairFilter>('open')
  const mine = desk === 'resident'
  const file = () => openPage('fileRepair', {})
  if (desk === 'visitor' && me) {
    return (
      <Page title="报修">
        <NotBound onBind={() => openPage('bind', {})} />
      </Page>
    )
  }
  return (
    <Page
      title={titleFor(desk, me !== undefined)}
      foot={
        mine && (
          <Bar>
            <Button icon="pencil" onTap={file}>
              报修
            </Button>
          </Bar>
        )
      }
    >
      <Segmented label="看哪些报修" choices={mine ? OWN_FILTERS : OFFICE_FILTERS} value={filter} onChoose={setFilter} />
      <RepairList
        filter={filter}
        withHouse={!mine || (seat?.houses.length ?? 0) > 1}
        empty={<Nothing mine={mine} filter={filter} />}
        onOpen={({ repairId }) => openPage('repair', { repairId })}
      />
    </Page>
  )
}

function titleFor(desk: Actor['desk'], known: boolean): string {
  if (!known) return '报修'
  return desk === 'resident' ? '我的报修' : '小区的报修'
}

function Nothing({ mine, filter }: { mine: boolean; filter: RepairFilter }) {
  if (filter === 'overdue') return <Empty icon="check" title="没有超时的" note="过了承诺时间还没办的，会在这里。" />
  if (!mine) return <Empty icon="wrench" title="没有报修" note="住户报修后，会出现在这里。" />
  if (filter === 'done') return <Empty icon="check" title="没有等您确认的" note={'师傅修完了，会在这里等您点一下。'} />
  if (filter === 'open') {
    return <Empty icon="check" title="没有在办的报修" note={'灯不亮、水在漏，点下面报一声。\n以前的在“全部”里。'} />
  }
  return <Empty icon="wrench" title="还没有报过修" note={'看到灯不亮、水在漏，\n点下面报一声，进度都在这里。'} />
}
