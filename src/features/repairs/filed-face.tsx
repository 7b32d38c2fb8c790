import { View } from '@tarojs/components'
import { Card } from '../../components/card'
import { Icon } from '../../components/icon'
import { Timeline } from '../../components/timeline'
import { aria } from '../../services/aria'
import { saidAt } from '../../services/clock'

interface FiledFaceProps {
  number: string
  place: string
  at: string
}

/** It is done: the number, and what happens next. */
export function FiledFace({ number, place, at }: FiledFaceProps) {
  return (
    <>
      <View className="blank blank-done" {...aria({ role: 'status' })}>
        <View className="pic pic-done">
          <Icon name="check" />
        </View>
        <View className="head-t">报好了，等物业受理</View>
        <View className="blank-s blank-s-near num whole">{number}</View>
      </View>
      <Card title="接下来">
        <View className="mt4">
          <Timeline
            happenings={[
              { key: 'filed', title: '已报给物业', when: saidAt(at), note: place, now: true },
              { key: 'receive', title: '物业受理', when: '等待', note: '受理了，消息里会告诉您' },
              { key: 'work', title: '安排人来修', when: '等待', note: '进展都记在这一单里，随时能看' },
            ]}
          />
        </View>
      </Card>
    </>
  )
}
