import { act as settle, renderHook } from '@testing-library/react'
import type { ErrorCode } from '../../types/vocabulary/errors'
import { cloudAnswers, forgetStorage } from '../testing/taro'
import { useAct } from './use-act'

const FORM = { houseId: '0', description: '灯不亮', place: '楼道' }
const DONE = { ok: true, data: { repairId: '1', number: 'BX20260306-0007', state: 'submitted' } }
const refused = (code: ErrorCode) => ({ ok: false, error: { code, message: '' } })

let sent: (string | undefined)[]

/** The cloud gives these answers one after the other; an Error is a network that is gone. */
function answersInTurn(...answers: unknown[]): void {
  sent = []
  cloudAnswers((request) => {
    sent.push(request.requestId)
    const next = answers.shift()
    return next instanceof Error ? Promise.reject(next) : Promise.resolve(next)
  })
}

const openForm = () => renderHook(() => useAct('repairs.fileRepair', { refreshes: [], form: 'fileRepair' }))

async function send(form: ReturnType<typeof openForm>): Promise<void> {
  await settle(async () => {
    await form.result.current.act(FORM)
  })
}

beforeEach(forgetStorage)

it('sends the same request id again while nobody knows whether the first one arrived', async () => {
  answersInTurn(new Error('cut'), refused('BUSY'), DONE)
  const form = openForm()
  await send(form)
  await send(form)
  await send(form)
  expect(sent[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(new Set(sent).size).toBe(1)
})

it('takes a new request id after each definite reply, so that a corrected form is a new request', async () => {
  answersInTurn(refused('INVALID_INPUT'), DONE, DONE)
  const form = openForm()
  await send(form)
  await send(form)
  await send(form)
  expect(new Set(sent).size).toBe(3)
})

it('takes a new request id even after silence where what was sent serves once, because the next try sends another', async () => {
  answersInTurn(new Error('cut'), DONE)
  const form = renderHook(() => useAct('repairs.fileRepair', { refreshes: [], servesOnce: true }))
  await send(form)
  await send(form)
  expect(new Set(sent).size).toBe(2)
})

it('keeps the request id of an unknown outcome when the form is closed and opened again', async () => {
  answersInTurn(new Error('cut'), DONE)
  const first = openForm()
  await send(first)
  first.unmount()
  await send(openForm())
  expect(new Set(sent).size).toBe(1)
})

it('joins a second tap to the first', async () => {
  answersInTurn(DONE)
  const form = openForm()
  await settle(async () => {
    await Promise.all([form.result.current.act(FORM), form.result.current.act(FORM)])
  })
  expect(sent).toHaveLength(1)
})

it('says why it was refused, until it is tried again', async () => {
  answersInTurn(refused('TOO_MANY'), DONE)
  const form = openForm()
  await send(form)
  expect(form.result.current.error?.code).toBe('TOO_MANY')
  await send(form)
  expect(form.result.current.error).toBeUndefined()
})
