import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { sayInstant } from '../../../types/vocabulary/dates'
import { Button } from '../../components/button'
import { aria } from '../../services/aria'
import { copyWords } from '../../services/clipboard'
import { now } from '../../services/clock'
import { canPrint, printOnly } from '../../services/print'
import './slip.scss'

/** The bar at the top must not lie on it. */
const ROOM_ABOVE = -64

interface SlipProps {
  communityName: string
  /** What the code opens, for example 3 栋 2 单元 1801 · 租户. */
  opens: string
  code: string
  expiresAt: string
  onDone(): void
}

/** A code on paper or in a message: the only sight of it that there will be. */
export function Slip({ communityName, opens, code, expiresAt, onDone }: SlipProps) {
  useEffect(() => {
    void Taro.pageScrollTo({ selector: '.slip', offsetTop: ROOM_ABOVE, duration: 0 })
  }, [code])
  return (
    <View className="card slip" {...aria({ role: 'status' })}>
      <View className="slip-k">{communityName}</View>
      <View className="card-t num">{opens}</View>
      <View className="slip-code num">{code}</View>
      <View className="t15 sub">
        {`打开“明居”，选${communityName}，点“绑定我的房屋”，再点“用绑定码”，填上面的码。只能用一次，${sayInstant(expiresAt, now())} 前有效。`}
      </View>
      <View className="note due mt2">这个码只显示这一次。请交给本人，不要发到群里。</View>
      <View className="duo mt4 slip-acts">
        <Button
          kind="outlined"
          onTap={() => (canPrint() ? printOnly('slip') : copyWords(`${communityName} ${opens}\n绑定码：${code}`))}
        >
          {canPrint() ? '打印' : '复制'}
        </Button>
        <Button className="btn-last" onTap={onDone}>
          已经交给本人
        </Button>
      </View>
    </View>
  )
}
