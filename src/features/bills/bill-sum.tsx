import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { sayDate } from '../../../types/vocabulary/dates'
import { sayArea, sayPrice, sayYuan } from '../../../types/vocabulary/money'
import { classes } from '../../components/classes'
import { Icon } from '../../components/icon'
import { Money } from '../../components/money'
import { Sheet } from '../../components/sheet'
import { Tap } from '../../components/tap'
import { openPage } from '../../services/routes'
import { areaSourceWord, daysWord, periodWord, type BillLine } from './bill-words'

interface Factor {
  label: string
  value: string
  unit: string
  source: string
  /** Where the factor comes from, in a few sentences. */
  why: string
  boardId?: string
}

/** One line of a bill: each factor, each with its source, and the one rounding said in words. */
export function BillSum({ line, first, only }: { line: BillLine; first: boolean; only: boolean }) {
  const [opened, setOpened] = useState<Factor>()
  const factors = factorsOf(line)
  return (
    <View className={first ? 'mt2' : 'calc-next'}>
      {!only && <View className="t15 b num">{`${line.itemName} · ${periodWord(line.from, line.to)}`}</View>}
      {factors.map((factor, place) => (
        <View key={factor.label} className={classes('calc', place === 0 && 'calc-first')}>
          <View className="grow">
            <View className="note sub">{factor.label}</View>
            <View className="calc-v">
              {place > 0 && <Text className="calc-op">×</Text>}
              <Text>{factor.value}</Text>
              <Text className="calc-unit">{factor.unit}</Text>
            </View>
          </View>
          <Tap className="src" label={`${factor.label}的来源，${factor.source}`} onTap={() => setOpened(factor)}>
            <Text>{factor.source}</Text>
            <Icon name="chevron-right" className="src-i" />
          </Tap>
        </View>
      ))}
      <View className="calc-eq">
        <View className="grow">
          {roundingOf(line).map((words) => (
            <View key={words} className="note sub num">
              {words}
            </View>
          ))}
        </View>
        <Money amountFen={line.amountFen} size="l" />
      </View>
      <Sheet open={opened !== undefined} title={opened?.label ?? ''} onClose={() => setOpened(undefined)}>
        <View className="t15 words mt2">{opened?.why ?? ''}</View>
        {opened?.boardId !== undefined && (
          <Tap className="src mt2" onTap={() => openPage('board', { boardId: opened.boardId ?? '' })}>
            <Text>打开这一版收费标准</Text>
            <Icon name="chevron-right" className="src-i" />
          </Tap>
        )}
      </Sheet>
    </View>
  )
}

function factorsOf(line: BillLine): Factor[] {
  if (line.kind === 'share') return [shareOf(line)]
  const { board } = line
  const price: Factor = {
    label: line.kind === 'area' ? '每平方米单价' : '单价',
    value: sayPrice(line.priceE4),
    unit: '元 / 月',
    source: `收费标准第 ${board.version} 版`,
    why: `${line.itemName}，${line.unitWords}。\n收费标准第 ${board.version} 版，${sayDate(board.postedOn)}贴出，${sayDate(board.effectiveFrom)}起执行。\n依据：${board.basisWords}`,
    boardId: board.boardId,
  }
  const days: Factor = {
    label: '这个月的天数',
    value: `${line.whole.days}/${line.daysInMonth}`,
    unit: '天',
    source: daysWord(line),
    why: `这个月有 ${line.daysInMonth} 天，按这个标准收 ${line.whole.days} 天：${periodWord(line.whole.from, line.whole.to)}。`,
  }
  const relief: Factor[] =
    line.percent < 100
      ? [
          {
            label: '按比例',
            value: `${line.percent}%`,
            unit: '',
            source: '减收依据',
            why: line.reliefWords ?? '按当地规定减收。',
          },
        ]
      : []
  const amount: Factor =
    line.kind === 'area'
      ? {
          label: '建筑面积',
          value: sayArea(line.area100 ?? 0),
          unit: '平方米',
          source: areaSourceWord(line),
          why: `按${areaSourceWord(line)}登记的建筑面积算。面积不对，请带上证件找物业更正，更正后从那一天起按新面积算。`,
        }
      : {
          label: '数量',
          value: String(line.quantity),
          unit: line.kind === 'space' ? '个' : '户',
          source: '房屋登记',
          why: '按您家登记的数量算。',
        }
  return [amount, price, days, ...relief]
}

const shareOf = (line: BillLine): Factor => ({
  label: line.cost?.words ?? line.itemName,
  value: sayYuan(line.cost?.amountFen ?? 0),
  unit: '元，大家分摊',
  source: `按 ${sayArea(line.area100 ?? 0)} 平方米分`,
  why: `这笔费用一共 ${sayYuan(line.cost?.amountFen ?? 0)} 元，按各家的建筑面积分摊，加起来一分不差。`,
})

/** What happened between the product and the amount, in words. */
function roundingOf(line: BillLine): string[] {
  const said = line.unrounded
    ? [`得 ${line.unrounded.isExact ? '' : '约 '}${line.unrounded.yuan} 元`, '不到一分的，四舍五入']
    : ['按面积分，尾数给余数最大的几家']
  if (line.days === line.whole.days) return said
  return [...said, `这个月中途换了付款人：${sayYuan(line.whole.amountFen)} 元按天数分，您付 ${line.days} 天`]
}
