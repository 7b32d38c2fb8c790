import { View } from '@tarojs/components'
import { ERRORS } from '../../types/vocabulary/errors'
import { useInterruption } from '../hooks/use-interruption'
import { host } from '../services/host'
import { interrupt, type Interruption } from '../services/interruption'
import { Button } from './button'
import { Confirm, Sheet } from './sheet'

const GO_ON = () => interrupt(undefined)

/** Over whatever page is in front: why it cannot go on, and the one thing to do about it. */
export function Interrupted() {
  const stopped = useInterruption()
  return (
    <>
      <Sheet open={stopped?.kind === 'signed out'} title="您的登录过期了" onClose={GO_ON}>
        <View className="t15 sub mt1">请重新进入，写好的内容都留着。</View>
        <View className="mt5">
          <Button onTap={() => host()?.signOut()}>重新进入</Button>
        </View>
      </Sheet>
      <Confirm
        open={stopped?.kind === 'page did not arrive'}
        title="这一页没能打开"
        note={ERRORS.OFFLINE.zh}
        yes="再试"
        no="先不看"
        busy={false}
        onYes={() => tryAgain(stopped)}
        onClose={GO_ON}
      />
    </>
  )
}

function tryAgain(stopped: Interruption | undefined): void {
  GO_ON()
  if (stopped?.kind === 'page did not arrive') stopped.again()
}
