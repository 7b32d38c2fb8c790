import { View } from '@tarojs/components'
import { useState } from 'react'
import { Notice } from '../../components/notice'
import { DirectButton, isDirect } from './direct-move'
import type { GivenRating } from './rating-sheet'
import type { RepairMove } from './repair-words'
import { SAY_MOVES } from './say-moves'
import { CloseMove, DispatchMove, RateMove } from './sheet-moves'
import './repair-view.scss'

/** The acts that carry an order on; the first that is offered is the filled button, whatever else may be done stands below. */
const CARRIES_ON: readonly RepairMove['act'][] = [
  'receive',
  'dispatch',
  'take',
  'arrive',
  'start',
  'finish',
  'confirm',
  'rate',
]

interface MovesProps {
  repairId: string
  /** What the server says this person may do next; nothing is worked out here. */
  moves: readonly RepairMove[]
  /** The rating that stands, where it may be changed. */
  rating?: GivenRating | undefined
  onDone(sentence: string): void
}

export function RepairMoves({ repairId, moves, rating, onDone }: MovesProps) {
  const [refused, setRefused] = useState<string>()
  if (moves.length === 0) return null
  const main = CARRIES_ON.map((act) => moves.find((move) => move.act === act)).find((move) => move !== undefined)
  const others = moves.filter((move) => move !== main)
  const done = (sentence: string) => {
    setRefused(undefined)
    onDone(sentence)
  }
  const moveOf = (move: RepairMove, first: boolean) => (
    <Move
      key={move.act}
      repairId={repairId}
      move={move}
      first={first}
      rating={rating}
      onDone={done}
      onRefused={setRefused}
    />
  )
  // A yes and a no to the same question stand beside each other.
  const asksBoth = main?.act === 'confirm'
  const isPair = main !== undefined && others.length === 1
  return (
    <View className="repair-acts">
      {refused && <Notice tone="due" icon="circle-alert" title="没能办成" note={refused} />}
      {asksBoth ? (
        <View className="duo">
          {others.map((move) => moveOf(move, false))}
          {moveOf(main, true)}
        </View>
      ) : (
        <View className={isPair ? 'repair-side' : 'repair-acts'}>
          {isPair && others.map((move) => moveOf(move, false))}
          {main && moveOf(main, true)}
          {!isPair && others.map((move) => moveOf(move, false))}
        </View>
      )}
    </View>
  )
}

interface MoveProps {
  repairId: string
  move: RepairMove
  first: boolean
  rating: GivenRating | undefined
  onDone(sentence: string): void
  onRefused(message: string): void
}

function Move({ repairId, move, first, rating, onDone, onRefused }: MoveProps) {
  const { act, does } = move
  const opener = { repairId, does, first, onDone }
  if (isDirect(act)) {
    const kind = first ? 'filled' : 'soft'
    return <DirectButton repairId={repairId} act={act} does={does} kind={kind} onDone={onDone} onRefused={onRefused} />
  }
  if (isSaid(act)) {
    const Said = SAY_MOVES[act]
    return <Said {...opener} />
  }
  if (act === 'dispatch') return <DispatchMove {...opener} />
  if (act === 'closeUnfixed') return <CloseMove {...opener} />
  if (act === 'rate') return <RateMove {...opener} before={undefined} />
  if (act === 'changeRating') return <RateMove {...opener} before={rating} />
  return null
}

const isSaid = (act: string): act is keyof typeof SAY_MOVES => act in SAY_MOVES
