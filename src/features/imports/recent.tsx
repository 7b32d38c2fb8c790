import { sayInstant } from '../../../types/vocabulary/dates'
import { IMPORT_KINDS, importKindsOf, IMPORT_STATES } from '../../../types/vocabulary/register'
import type { Role } from '../../../types/vocabulary/roles'
import { Card, Section } from '../../components/card'
import { Chip } from '../../components/chip'
import { BoneRows, Empty, Failed, LastKnown, Loading } from '../../components/faces'
import { Row, type Tone } from '../../components/row'
import { useCall } from '../../hooks/use-call'
import { now } from '../../services/clock'
import type { ImportCard } from './import-reads'

interface RecentProps {
  role: Role
  onOpen(importId: string): void
}

/** Earlier imports; one that was interrupted goes on from here. */
export function RecentImports({ role, onOpen }: RecentProps) {
  const { data, error, knownAt, loading, again } = useCall('imports.listImports', {})
  if (loading) {
    return (
      <Loading what="导入记录">
        <BoneRows count={2} />
      </Loading>
    )
  }
  if (!data) return error ? <Failed what="导入记录" error={error} onAgain={() => void again()} /> : null
  return (
    <>
      <Section title="导入记录" />
      {knownAt !== undefined && <LastKnown at={knownAt} onAgain={() => void again()} />}
      {data.imports.length === 0 ? (
        <Empty
          icon="upload"
          title="还没有导入过"
          note={
            importKindsOf(role).includes('houses')
              ? '先导入房屋，再导入业主，\n顺序不能反。'
              : '下载模板填好，\n上传后先核对，确认了才导入。'
          }
        />
      ) : (
        <Card flush>
          {data.imports.map((each) => (
            <Row
              key={each.importId}
              title={each.fileName}
              note={`${IMPORT_KINDS[each.kind].zh} · ${each.rowCount} 行${each.startedBy ? ` · ${each.startedBy}` : ''}`}
              when={sayInstant(each.startedAt, now())}
              end={<Chip tone={toneOf(each)}>{IMPORT_STATES[each.state].zh}</Chip>}
              onTap={() => onOpen(each.importId)}
            />
          ))}
        </Card>
      )}
    </>
  )
}

function toneOf({ state, wrongCount }: ImportCard): Tone {
  if (state === 'applied') return 'ok'
  if (state === 'dropped') return 'plain'
  return wrongCount > 0 ? 'bad' : 'due'
}
