import { useRouter } from '@tarojs/taro'
import { Empty } from '../../../components/faces'
import { Page } from '../../../components/page'
import { RepairView } from '../../../features/repairs/repair-view'
import { useActor } from '../../../hooks/use-actor'
import { usePullRefresh } from '../../../hooks/use-pull-refresh'
import { useShown } from '../../../hooks/use-shown'
import { goHome } from '../../../services/routes'

export default function RepairPage() {
  useShown()
  usePullRefresh()
  // Opened from a message or an address, this page is the first to learn the server's time and the person's seat.
  useActor()
  const { repairId } = useRouter().params
  return (
    <Page title="报修进度">
      {repairId ? (
        <RepairView repairId={repairId} />
      ) : (
        <Empty
          icon="wrench"
          title="没有找到这次报修"
          note="可能地址不完整，请回首页再进来。"
          action={{ word: '回首页', onTap: goHome }}
        />
      )}
    </Page>
  )
}
