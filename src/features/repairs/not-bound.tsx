import { Empty } from '../../components/faces'

/** Instead of repairs, for somebody who has no house here. */
export function NotBound({ onBind }: { onBind(): void }) {
  return (
    <Empty
      icon="house"
      title="还没有绑定房屋"
      note="绑定了房屋就能报修，进度也都在这里看。"
      action={{ word: '绑定我的房屋', icon: 'house', onTap: onBind }}
    />
  )
}
