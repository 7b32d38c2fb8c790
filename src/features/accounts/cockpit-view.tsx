import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../components/button'
import { Card, Section } from '../../components/card'
import { BoneRows, Empty, Failed, LastKnown, Loading } from '../../components/faces'
import { Money } from '../../components/money'
import { Notice } from '../../components/notice'
import { Segmented } from '../../components/segmented'
import { useCall } from '../../hooks/use-call'
import { openPage } from '../../services/routes'
import type { Cockpit } from './account-reads'
import { barsOf, dayWord, isRunning, quarterWord, shortOf } from './account-words'
import { Book } from './book'
import { Checklist } from './checklist'
import { SourceTable } from './source-table'
import { StatementList } from './statement-list'
import './accounts.scss'
import './cockpit.scss'

/** The committee's quarter: days left, what came of what should, and the steps to publication. */
export function CockpitView() {
  const [quarter, setQuarter] = useState<string>()
  const { data, error, knownAt, again } = useCall('accounts.readCockpit', { ...(quarter !== undefined && { quarter }) })
  if (!data) {
    if (error) return <Failed what="本季账目" error={error} onAgain={() => void again()} />
    return (
      <Loading what="本季账目">
        <BoneRows count={4} />
      </Loading>
    )
  }
  const quarters = data.quarters.map((value) => ({ value, word: quarterWord(value) }))
  return (
    <>
      {knownAt !== undefined && <LastKnown at={knownAt} onAgain={() => void again()} />}
      {quarters.length > 1 && (
        <Segmented label="哪一季" choices={quarters} value={data.quarter} onChoose={setQuarter} />
      )}
      <Tiles cockpit={data} />
      <View className="cockpit-two">
        <View className="cockpit-col cockpit-main">
          {data.sources.length > 0 || data.lines.length > 0 ? (
            <SourceTable cockpit={data} />
          ) : (
            <Empty
              icon="file-text"
              title="还没有收益合同和账目"
              note="先在“导入登记表”里导入收益合同，再从第一笔收入记起。"
            />
          )}
          <Section title="账簿" note={quarterWord(data.quarter)} />
          <Book quarter={data.quarter} />
          <Section title="各季公示" />
          <StatementList />
        </View>
        <View className="cockpit-col cockpit-side">
          {data.keeps && (
            <Button icon="plus" onTap={() => openPage('postEntry', {})}>
              记一笔
            </Button>
          )}
          <Checklist key={data.statement?.contentSha256 ?? data.quarter} cockpit={data} />
        </View>
      </View>
      {!data.keeps && <Notice tone="ok" icon="info" title="您可以看和复核，记账由业委会办" />}
    </>
  )
}

/** Three numbers: days left, received of expected, and the balance. */
function Tiles({ cockpit }: { cockpit: Cockpit }) {
  const bars = barsOf(cockpit.lines, cockpit.sources)
  const expectedFen = bars.reduce((sum, bar) => sum + bar.expectedFen, 0)
  const missingFen = bars.reduce((sum, bar) => sum + shortOf(bar), 0)
  const steps = cockpit.checks.length
  const done = cockpit.checks.filter(({ standing }) => standing === 'done').length
  const isPublished = cockpit.statement?.state === 'published'
  return (
    <View className="cockpit-tiles">
      <Card>
        <View className="t15 sub">{isPublished ? '已经公布' : cockpit.daysLeft < 0 ? '已经迟了' : '离公布期限'}</View>
        <View className="cockpit-days">
          <View className={cockpit.daysLeft < 0 && !isPublished ? 'cockpit-n due num' : 'cockpit-n num'}>
            {Math.abs(cockpit.daysLeft)}
          </View>
          <View className="b">天</View>
          <View className="note sub num cockpit-due">{`${dayWord(cockpit.dueOn)}前`}</View>
        </View>
        <View className="cockpit-prog">
          <View className="cockpit-done" style={{ width: `${Math.round((done * 100) / Math.max(1, steps))}%` }} />
        </View>
        <View className="note sub num mt1">{`${steps} 步做完 ${done} 步`}</View>
      </Card>
      <Card>
        <View className="cockpit-flow">
          <View>
            <View className="t15 sub">应收</View>
            <Money amountFen={expectedFen} size="l" />
          </View>
          <View>
            <View className="t15 sub">实收</View>
            <Money amountFen={cockpit.incomeFen} size="l" />
          </View>
          {missingFen > 0 && (
            <View className={isRunning(cockpit) ? 'sub' : 'due'}>
              <View className="t15">{isRunning(cockpit) ? '还没到账' : '比应收少'}</View>
              <Money amountFen={missingFen} size="l" />
            </View>
          )}
        </View>
      </Card>
      <Card>
        <View className="t15 sub">{cockpit.closingFen < 0 ? '账上透支' : '账上结余'}</View>
        <Money amountFen={cockpit.closingFen} size="l" />
        <View className="note sub num mt1">
          {cockpit.missing.length > 0 ? `缺凭证 ${cockpit.missing.length} 笔` : '凭证不缺'}
        </View>
      </Card>
    </View>
  )
}
