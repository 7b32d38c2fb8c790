import type { Output } from '../../../types/contracts'
import { sayDate } from '../../../types/vocabulary/dates'
import { FEE_GROUPS, FEE_GROUP_IDS, feeGroupOf, PROPERTY_SERVICE, sayFee } from '../../../types/vocabulary/fee'
import { BOARD_STANDINGS } from '../../../types/vocabulary/fee-board'

export type BoardReply = Output<'fees.readBoard'>
export type Board = NonNullable<BoardReply['board']>
export type VersionLine = BoardReply['versions'][number]
export type FeeItem = Board['items'][number]
export type Compared = Output<'fees.compareBoards'>['items'][number]

/** 物业服务费, the one that everybody asks for first. */
export const serviceOf = (items: readonly FeeItem[]): FeeItem | undefined =>
  items.find(({ code }) => code === PROPERTY_SERVICE)

/** The items as the board is read; empty groups are left out. */
export const groupsOf = (items: readonly FeeItem[]) =>
  FEE_GROUP_IDS.map((group) => ({
    group,
    ...FEE_GROUPS[group],
    items: items.filter((item) => feeGroupOf(item) === group),
  })).filter((group) => group.items.length > 0)

/** 第 3 版 · 现行 */
export const sayVersion = ({ version, standing }: Pick<VersionLine, 'version' | 'standing'>): string =>
  `第 ${version} 版 · ${BOARD_STANDINGS[standing].zh}`

/** When it holds, in the words of a wall: the day on which the next version begins ends this one. */
export const saySpan = ({ effectiveFrom, untilOn }: Pick<VersionLine, 'effectiveFrom' | 'untilOn'>): string =>
  untilOn === undefined
    ? `${sayDate(effectiveFrom)}起执行`
    : `${sayDate(effectiveFrom)}起，到 ${sayDate(untilOn)}换新版`

/** The price at one side of a comparison; a charge that is not there is a dash. */
export const saySide = (item: FeeItem | undefined): string => (item ? sayFee(item).replace(/ 元$/, '') : '—')
