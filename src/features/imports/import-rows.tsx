import { Text, View } from '@tarojs/components'
import type { WireError } from '../../../types/vocabulary/errors'
import type { ImportView } from '../../../types/vocabulary/register'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { BoneRows, Empty, End, Failed, Loading } from '../../components/faces'
import { usePages } from '../../hooks/use-call'
import type { ImportPage } from './import-reads'
import './import-rows.scss'

const EMPTY: Record<ImportView, { title: string; note: string }> = {
  problems: { title: '没有错误', note: '每一行都看得懂，可以确认导入。' },
  new: { title: '没有新增', note: '表里的都已经登记过。' },
  changed: { title: '没有改动', note: '已登记的和表里的一样。' },
}

/** One page after another of what is wrong, new or changed. */
export function ImportRows({ importId, view }: { importId: string; view: ImportView }) {
  const { data, error, loading, again, more, loadMore, loadingMore } = usePages('imports.readImport', {
    importId,
    view,
  })
  if (loading) {
    return (
      <Loading what="核对结果">
        <BoneRows count={3} />
      </Loading>
    )
  }
  if (!data) return <Missing error={error} onAgain={() => void again()} />
  const problems = data.flatMap((page) => page.problems)
  const rows = data.flatMap((page) => page.rows)
  if (problems.length + rows.length === 0) return <Empty icon="check" {...EMPTY[view]} />
  return (
    <>
      <Card flush>
        {problems.map((problem) => (
          <Problem key={`${problem.rowNo} ${problem.column}`} {...problem} />
        ))}
        {rows.map((row) => (
          <Difference key={row.rowNo} row={row} />
        ))}
      </Card>
      {more ? (
        <Button kind="soft" size="pill" busy={loadingMore && '正在取'} onTap={loadMore}>
          再看一些
        </Button>
      ) : (
        <End>{`共 ${problems.length + rows.length} 条`}</End>
      )}
    </>
  )
}

function Missing({ error, onAgain }: { error: WireError | undefined; onAgain(): void }) {
  return error ? <Failed what="核对结果" error={error} onAgain={onAgain} /> : null
}

function Problem({ rowNo, column, wrong, mend }: ImportPage['problems'][number]) {
  return (
    <View className="row">
      <View className="imp-no num">{`第 ${rowNo} 行`}</View>
      <View className="grow">
        <View className="row-t">{`${column}：${wrong}`}</View>
        <View className="row-s">{mend}</View>
      </View>
    </View>
  )
}

function Difference({ row }: { row: ImportPage['rows'][number] }) {
  return (
    <View className="row">
      <View className="imp-no num">{`第 ${row.rowNo} 行`}</View>
      <View className="grow">
        <View className="row-t num">{row.title}</View>
        {row.facts.map(({ column, before, after }) => (
          <View key={column} className="row-s num">
            <Text>{`${column}：`}</Text>
            {before !== undefined && <Text className="imp-was">{before}</Text>}
            <Text className={before === undefined ? '' : 'imp-now'}>
              {before === undefined ? after : ` → ${after}`}
            </Text>
          </View>
        ))}
      </View>
    </View>
  )
}
