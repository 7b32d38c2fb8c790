import { useCallback, useEffect, useRef, useState } from 'react'
import type { ActName, Input, Output, ReadName } from '../../types/contracts'
import type { Reply, WireError } from '../../types/vocabulary/errors'
import { call } from '../services/call'
import { forgetPrivate, keepPrivate, readPrivate } from '../services/private-storage'
import { refreshReads } from '../services/queries'
import { isOutside } from '../services/refusals'
import { newRequestId } from '../services/request-id'

interface Options {
  /** The reads that this act changes; they are asked again when it is done or when somebody was faster. */
  refreshes: readonly ReadName[]
  /** Names a form whose unsent words survive the program; its request id then survives too. */
  form?: string
  /** What is sent serves once (a code that is spent by asking): whatever comes back, trying again is a new request. */
  servesOnce?: boolean
}

export interface Act<N extends ActName> {
  act(input: Input<N>): Promise<Reply<Output<N>>>
  busy: boolean
  /** Why it was refused the last time; gone when it is tried again. */
  error: WireError | undefined
  forgetError(): void
}

/**
 * One form or one button that changes something. The request id is made when it opens and kept while the outcome is
 * unknown, so that trying again cannot do the thing twice; each definite reply brings a new one, so that a corrected form
 * is a new request. A second tap while the first is under way joins it.
 */
export function useAct<N extends ActName>(name: N, { refreshes, form, servesOnce = false }: Options): Act<N> {
  const requestId = useRef<string>()
  requestId.current ??= recallId(form)
  const underWay = useRef<Promise<Reply<Output<N>>>>()
  const shown = useRef(true)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<WireError>()

  useEffect(() => {
    shown.current = true
    return () => {
      shown.current = false
    }
  }, [])

  const send = async (input: Input<N>): Promise<Reply<Output<N>>> => {
    const id = requestId.current ?? newRequestId()
    keepId(form, id)
    const reply = await call(name, input, id)
    if (servesOnce || reply.ok || !isOutside(reply.error)) {
      requestId.current = newRequestId()
      keepId(form, undefined)
    }
    if (reply.ok || reply.error.code === 'WRONG_STATE') await refreshReads(refreshes)
    return reply
  }

  const act = (input: Input<N>): Promise<Reply<Output<N>>> => {
    if (underWay.current) return underWay.current
    setBusy(true)
    setError(undefined)
    underWay.current = send(input).then((reply) => {
      underWay.current = undefined
      if (shown.current) {
        setBusy(false)
        if (!reply.ok) setError(reply.error)
      }
      return reply
    })
    return underWay.current
  }

  return { act, busy, error, forgetError: useCallback(() => setError(undefined), []) }
}

const idKey = (form: string): string => `request-id:${form}`

function recallId(form: string | undefined): string {
  const kept = form === undefined ? undefined : readPrivate(idKey(form))
  return typeof kept === 'string' ? kept : newRequestId()
}

function keepId(form: string | undefined, id: string | undefined): void {
  if (form === undefined) return
  if (id === undefined) forgetPrivate(idKey(form))
  else keepPrivate(idKey(form), id)
}
