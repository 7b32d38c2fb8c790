import { Card } from '../../components/card'
import { Row } from '../../components/row'
import { Segmented } from '../../components/segmented'
import { useCall } from '../../hooks/use-call'
import { canGivePhone } from '../../services/phone-code'
import type { Way } from '.'

const WAYS = [
  { value: 'apply', word: '申请绑定' },
  { value: 'code', word: '用绑定码' },
  { value: 'phone', word: '微信手机号' },
] as const

export interface BindHeadProps {
  communityId: string
  way: Way
  onWay(way: Way): void
  onOther(): void
}

/** Which community, and which of the ways. */
export function BindHead({ communityId, way, onWay, onOther }: BindHeadProps) {
  const { data } = useCall('members.readCommunity', { communityId })
  return (
    <>
      <Card flush>
        <Row
          icon="building-2"
          tone="ok"
          title={data?.name ?? '正在打开…'}
          note={data ? `${data.city} · 换一个小区` : undefined}
          onTap={onOther}
        />
      </Card>
      <Segmented
        label="怎么绑定"
        choices={WAYS.filter((one) => one.value !== 'phone' || canGivePhone())}
        value={way}
        onChoose={onWay}
      />
    </>
  )
}
