import { Image, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../components/button'
import { Sheet } from '../../components/sheet'
import type { HiddenPart } from '../../services/hide-parts'
import { useDrawnParts } from './use-drawn-parts'
import './redact.scss'

const FRAME = 'redact-frame'
/** The whole picture is on the screen: a finger that draws cannot scroll as well. */
const ROOM_VH = 54
const PORTRAIT = 0.75

interface RedactSheetProps {
  url: string
  onDone(parts: readonly HiddenPart[]): Promise<void>
  onClose(): void
}

/** Black boxes over a voucher, drawn with a finger: names, telephones, account numbers. */
export function RedactSheet({ url, onDone, onClose }: RedactSheetProps) {
  const { parts, shown, undo, handlers } = useDrawnParts(FRAME)
  const [busy, setBusy] = useState(false)
  const [shape, setShape] = useState(PORTRAIT)
  const done = async () => {
    setBusy(true)
    await onDone(parts)
  }
  return (
    <Sheet open title="遮住私人信息" onClose={onClose}>
      <View className="t15 sub mt1">在姓名、手机号、账号上划过去，涂成黑块。住户只看得到涂过的这张。</View>
      <View className="redact-room">
        <View id={FRAME} className="redact" style={{ maxWidth: `${Math.round(ROOM_VH * shape)}vh` }} {...handlers}>
          <Image
            className="redact-img"
            src={url}
            mode="widthFix"
            onLoad={({ detail }) => setShape(Number(detail.width) / Math.max(1, Number(detail.height)))}
          />
          {shown.map((part, place) => (
            <View key={place} className="redact-box" style={styleOf(part)} />
          ))}
        </View>
      </View>
      <View className="duo mt4">
        <Button kind="outlined" disabled={parts.length === 0} onTap={undo}>
          去掉一块
        </Button>
        <Button className="btn-last" busy={busy && '正在涂…'} onTap={() => void done()}>
          {parts.length > 0 ? `涂好了，${parts.length} 块` : '没有要遮的'}
        </Button>
      </View>
    </Sheet>
  )
}

const percent = (share: number): string => `${Math.round(share * 1000) / 10}%`
const styleOf = ({ left, top, width, height }: HiddenPart) => ({
  left: percent(left),
  top: percent(top),
  width: percent(width),
  height: percent(height),
})
