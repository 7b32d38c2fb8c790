import { View } from '@tarojs/components'
import { Card } from '../../components/card'
import { Clocks } from '../../components/clocks'
import { useTicking } from '../../hooks/use-ticking'
import { clocksOf, missWord, verdictOf } from './promise-words'
import type { Repair } from './repair-words'
import './repair-view.scss'

/** What was promised and what was measured. A promise that was broken is named with its clause, whatever came after. */
export function RepairClocks({ repair }: { repair: Repair }) {
  const now = useTicking('minute')
  // The one that is late now stands above, counting on; bad news is said once.
  const said = repair.due?.overdue ? repair.due.clock : undefined
  const missed = repair.clocks.filter(({ state, clock }) => state === 'missed' && clock !== said)
  if (repair.clocks.length === 0) return null
  return (
    <Card title={verdictOf(repair.clocks)}>
      <View className="mt4">
        <Clocks clocks={clocksOf(repair, now)} />
      </View>
      {missed.map((clock) => (
        <View key={clock.clock} className="promise-miss mt4">
          <View className="b loss num">{missWord(clock)}</View>
          <View className="sub num mt1">
            {`没做到合同${clock.gradeCode}第 ${clock.clauseNo} 条：${clock.words}。返工、退单都抹不掉这条记录。`}
          </View>
        </View>
      ))}
    </Card>
  )
}
