import { View } from '@tarojs/components'
import { UNFIXED_REASONS } from '../../../types/vocabulary/repair'
import { Card } from '../../components/card'
import { saidAt } from '../../services/clock'
import { RepairMoves } from './repair-moves'
import { BeforeAndAfter } from './repair-photos'
import { can, waitingFor, type Repair } from './repair-words'
import './repair-view.scss'

interface NowCardProps {
  repair: Repair
  onDone(sentence: string): void
}

/** What happens now, in a sentence, and what this person may do about it. */
export function NowCard({ repair, onDone }: NowCardProps) {
  const { repairId, photos, rating, moves } = repair
  const isFinished = repair.state === 'done' || repair.state === 'confirmed'
  return (
    <Card>
      {isFinished && <BeforeAndAfter repairId={repairId} photos={photos} />}
      <View className={isFinished && photos.length > 0 ? 'mt4 card-t' : 'card-t'}>
        {can(repair, 'confirm') ? '修好了吗' : waitingFor(repair)}
      </View>
      {nextOf(repair) && <View className="t15 sub mt1 num">{nextOf(repair)}</View>}
      {moves.length > 0 && (
        <View className="mt4">
          <RepairMoves repairId={repairId} moves={moves} rating={rating} onDone={onDone} />
        </View>
      )}
    </Card>
  )
}

/** What comes next and from whom, so that nobody has to ask. */
function nextOf(repair: Repair): string | undefined {
  const { state, events } = repair
  const mine = events.some(({ act, mine: did }) => act === 'file' && did)
  switch (state) {
    case 'submitted':
      return mine ? '受理了，消息里会告诉您' : '受理后，报修的人会收到消息'
    case 'received':
      return repair.returned ? '上一位师傅退回来了，要重新派' : '派给谁、谁接了单，都会写在下面'
    case 'dispatched':
      return repair.assignee?.mine ? '接了单，报修的人就知道是您来' : '接了单就告诉您'
    case 'taken':
      return repair.assignee?.mine ? '到了点一下“到场”，时间由系统记' : '到了会记下时间'
    case 'arrived':
    case 'working':
      return repair.assignee?.mine ? '修完拍一张照片，写一句修了什么' : '修完会拍照，请您确认'
    case 'done':
      return doneWord(repair)
    case 'confirmed':
      return can(repair, 'rate') ? '打个分吧，评价会算进物业的成绩' : undefined
    case 'closedUnfixed':
      return closedWord(repair)
    case 'withdrawn':
      return '问题还在的话，可以再报一次'
  }
}

/** 王师傅：换了声控开关。您不点也行，… */
function doneWord(repair: Repair): string {
  const finished = [...repair.events].reverse().find(({ act }) => act === 'finish')
  const said = finished?.note ? `${finished.name ?? '师傅'}：${finished.note.replace(/[。.]$/, '')}。` : ''
  const until = repair.confirmedBySilenceAt
  if (!until) return said
  const auto = `${saidAt(until)} 自动确认`
  return can(repair, 'confirm') ? `${said}您不点也行，${auto}，但不会替您打分。` : `${said}没人点的话，${auto}。`
}

function closedWord({ events }: Repair): string | undefined {
  const closed = [...events].reverse().find(({ act }) => act === 'closeUnfixed')
  if (!closed) return undefined
  const why = closed.unfixedReason && UNFIXED_REASONS[closed.unfixedReason].zh
  return [why, closed.note].filter(Boolean).join('：') || undefined
}
