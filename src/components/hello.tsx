import { View } from '@tarojs/components'

/** The first words of a panel. */
export function Hello({ title, note }: { title: string; note?: string | undefined }) {
  return (
    <View className="hello">
      <View className="hello-t">{title}</View>
      {note && <View className="hello-s num">{note}</View>}
    </View>
  )
}
