import { useState } from 'react'
import { Button } from '../../components/button'
import { CloseSheet, useClosing } from './close-sheet'
import { DispatchSheet } from './dispatch-sheet'
import { RatingSheet, type GivenRating } from './rating-sheet'
import type { OpenerProps } from './say-moves'

/** Buttons whose sheets ask something of their own kind: whom, why, how many stars. */
export function DispatchMove({ repairId, does, first, onDone }: OpenerProps) {
  const [opened, setOpened] = useState(false)
  const done = (sentence: string) => {
    setOpened(false)
    onDone(sentence)
  }
  return (
    <>
      <Button kind={first ? 'filled' : 'outlined'} icon="user-plus" onTap={() => setOpened(true)}>
        {does}
      </Button>
      <DispatchSheet repairId={opened ? repairId : undefined} onDone={done} onClose={() => setOpened(false)} />
    </>
  )
}

export function CloseMove({ repairId, does, first, onDone }: OpenerProps) {
  const { saying, why, setWhy } = useClosing(repairId, () => onDone('已关闭，报修的人会收到消息'))
  return (
    <>
      <Button kind={first ? 'filled' : 'outlined'} onTap={saying.open}>
        {does}
      </Button>
      <CloseSheet saying={saying} why={why} onChoose={setWhy} />
    </>
  )
}

interface RateMoveProps extends OpenerProps {
  before: GivenRating | undefined
}

export function RateMove({ repairId, does, first, before, onDone }: RateMoveProps) {
  const [opened, setOpened] = useState(false)
  return (
    <>
      <Button kind={first ? 'filled' : 'outlined'} icon="star" onTap={() => setOpened(true)}>
        {does}
      </Button>
      <RatingSheet repairId={repairId} open={opened} before={before} onDone={onDone} onClose={() => setOpened(false)} />
    </>
  )
}
