import type { IconName } from '../../components/icon-names'

/** Standards name their dimensions in words of their own; what a word is about shows in the picture beside it. */
const ICONS: readonly (readonly [about: RegExp, icon: IconName])[] = [
  [/保洁|清洁|卫生|环境/, 'spray-can'],
  [/绿化|养护植/, 'trees'],
  [/秩序|安全|安保|巡/, 'shield'],
  [/消防/, 'flame'],
  [/维修|急修|报修/, 'wrench'],
  [/设施|设备|电梯/, 'cog'],
  [/房屋|建筑|共用部位/, 'building-2'],
  [/客服|客户|基本|电话/, 'headset'],
]

export const promiseIcon = (dimension: string): IconName =>
  ICONS.find(([about]) => about.test(dimension))?.[1] ?? 'file-check'
