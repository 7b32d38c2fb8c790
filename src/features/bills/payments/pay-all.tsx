import { View } from '@tarojs/components'
import { Button } from '../../../components/button'
import { Bar } from '../../../components/page'
import { openPage } from '../../../services/routes'
import { useOpenBills } from '../due-bill'

/** Under the list of open bills: on to paying them, and to what was paid before. */
export function PayAll() {
  const { count } = useOpenBills()
  return (
    <Bar>
      <View className="duo">
        <Button kind="outlined" onTap={() => openPage('receipts', {})}>
          收据
        </Button>
        {count > 0 && <Button onTap={() => openPage('pay', {})}>去缴费</Button>}
      </View>
    </Bar>
  )
}
