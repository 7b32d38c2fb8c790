import { CODE_PURPOSES } from '../../../types/vocabulary/binding'
import { ROLES } from '../../../types/vocabulary/roles'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { BoneRows, Empty, Failed, Loading } from '../../components/faces'
import { Notice } from '../../components/notice'
import { Row } from '../../components/row'
import { useAct } from '../../hooks/use-act'
import { useCall } from '../../hooks/use-call'
import { saidAt } from '../../services/clock'
import { PEOPLE_READS } from './people-reads'

/** Codes that still open something. What they are is known to nobody any more, but they can be taken back. */
export function CodesDesk() {
  const codes = useCall('members.listClaimCodes', {})
  const { act, busy, error } = useAct('members.revokeClaimCode', { refreshes: PEOPLE_READS })
  if (!codes.data) {
    if (codes.error) return <Failed what="绑定码" error={codes.error} onAgain={() => void codes.again()} />
    return (
      <Loading what="绑定码">
        <BoneRows count={3} />
      </Loading>
    )
  }
  if (codes.data.codes.length === 0) {
    return <Empty icon="door-open" title="没有还没用的码" note="做出来还没用的绑定码会列在这里，丢了可以作废。" />
  }
  return (
    <>
      {error && <Notice tone="due" icon="circle-alert" title="没能作废" note={error.message} />}
      <Card flush>
        {codes.data.codes.map(({ codeId, purpose, role, label, officeName, issuedBy, expiresAt }) => {
          const what =
            [label ?? officeName, role && ROLES[role].zh].filter(Boolean).join(' · ') || CODE_PURPOSES[purpose].zh
          return (
            <Row
              key={codeId}
              icon="door-open"
              tone="due"
              title={what}
              note={`${CODE_PURPOSES[purpose].zh}${issuedBy ? ` · ${issuedBy} 做的` : ''} · ${saidAt(expiresAt)} 前有效`}
              end={
                <Button
                  kind="ghost"
                  size="pill"
                  label={`作废 ${what}`}
                  disabled={busy}
                  onTap={() => void act({ codeId })}
                >
                  作废
                </Button>
              }
            />
          )
        })}
      </Card>
    </>
  )
}
