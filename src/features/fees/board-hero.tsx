import { Text, View } from '@tarojs/components'
import { sayPrice } from '../../../types/vocabulary/money'
import { BOARD_STANDINGS, PRICE_REGIMES } from '../../../types/vocabulary/fee-board'
import { CHARGE_MODES } from '../../../types/vocabulary/fee'
import { Card } from '../../components/card'
import { Chip } from '../../components/chip'
import { classes } from '../../components/classes'
import { sayVersion, saySpan, serviceOf, type Board } from './board-words'
import { HomeFee } from './home-fee'
import { GuideRange } from './guide-range'
import './price.scss'

interface BoardHeroProps {
  board: Board
  /** One's own house, where its area is on record. */
  area100: number | undefined
}

/** The price everybody asks for, and where its grade stands. */
export function BoardHero({ board, area100 }: BoardHeroProps) {
  const service = serviceOf(board.items)
  const { tone } = BOARD_STANDINGS[board.standing]
  return (
    <Card>
      <View className="between">
        <Text className="t15 sub">{service?.name ?? '物业服务费'}</Text>
        <Chip tone={tone}>{sayVersion(board)}</Chip>
      </View>
      {service && (
        <View className="fee-hero mt2 num">
          {sayPrice(service.priceE4)}
          <Text className="fee-unit">{service.kind === 'area' ? '元 / 平方米 · 月' : `元 ${service.unitWords}`}</Text>
        </View>
      )}
      {service?.kind === 'area' && area100 !== undefined && <HomeFee area100={area100} priceE4={service.priceE4} />}
      <Ladder board={board} ownE4={service?.kind === 'area' ? service.priceE4 : undefined} />
      {service?.kind === 'area' && board.guide && board.facts.priceRegime === 'guide' && (
        <GuideRange guide={board.guide} priceE4={service.priceE4} grade={board.grade.code} />
      )}
      <View className="note mute mt3">
        {`${CHARGE_MODES[board.chargeMode].zh}，${PRICE_REGIMES[board.facts.priceRegime].zh}。${saySpan(board)}。`}
      </View>
    </Card>
  )
}

interface LadderProps {
  board: Board
  /** What one's own community charges per m² and month. */
  ownE4: number | undefined
}

/** Every grade of the standard from the best down, with one's own outlined: its own price, and the guide price of the others. */
function Ladder({ board: { ladder }, ownE4 }: LadderProps) {
  return (
    <View className="ladder mt5">
      {ladder.map(({ code, best, own, guideE4 }) => {
        const priceE4 = own ? ownE4 : guideE4
        const says = [priceE4 !== undefined && sayPrice(priceE4), best && '最高', own && '本小区']
        return (
          <View key={code} className={classes('rung', own && 'rung-on')}>
            <View className="rung-g">{code}</View>
            <View className="rung-p num">{says.filter(Boolean).join(' · ') || ' '}</View>
          </View>
        )
      })}
    </View>
  )
}
