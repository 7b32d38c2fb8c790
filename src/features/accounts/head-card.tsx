import { View } from '@tarojs/components'
import { useState } from 'react'
import { businessDate } from '../../../types/vocabulary/dates'
import { Card } from '../../components/card'
import { Button } from '../../components/button'
import { Notice } from '../../components/notice'
import { now } from '../../services/clock'
import type { Statement } from './account-reads'
import { dayWord, hashLabel } from './account-words'
import { compareHead } from './seen-heads'
import './accounts.scss'

/** The fingerprint of the quarter, what this phone remembers of it, and the whole of it on request. */
export function HeadCard({ communityId, statement }: { communityId: string; statement: Statement }) {
  const [whole, setWhole] = useState(false)
  const { contentSha256, headHash, headSeq, quarter } = statement
  const [{ same, first }] = useState(() =>
    compareHead(communityId, quarter, { contentSha256, headHash, on: businessDate(now()) }),
  )
  return (
    <Card title="改动会被发现">
      {!same && (
        <View className="mt2">
          <Notice
            tone="due"
            icon="circle-alert"
            title="和您上次看到的不一样"
            note={`${dayWord(first.on)}看到的指纹是 ${hashLabel(first.contentSha256)}，请问业委会和社区为什么变了`}
          />
        </View>
      )}
      <View className="t15 sub mt1">
        {same ? '改一分钱，指纹就会变。这部手机记住了它，变了会告诉您。' : '公布以后的账不该变。'}
      </View>
      <View className="acc-hash-row mt3">
        <View className="acc-hash">{hashLabel(contentSha256)}</View>
        <Button kind="soft" size="pill" onTap={() => setWhole(!whole)}>
          {whole ? '收起' : '看全部'}
        </Button>
      </View>
      {whole && (
        <View className="note sub num mt3">
          <View>这份公示的指纹</View>
          <View className="acc-full">{contentSha256}</View>
          <View className="mt2">{`账簿第 ${headSeq} 笔的指纹`}</View>
          <View className="acc-full">{headHash}</View>
        </View>
      )}
    </Card>
  )
}
