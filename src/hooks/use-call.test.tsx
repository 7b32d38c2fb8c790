import { QueryClientProvider } from '@tanstack/react-query'
import { act as settle, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { cloudAnswers, forgetStorage } from '../testing/taro'
import { queryClient } from '../services/queries'
import { useCall } from './use-call'

const FOUND = { communities: [{ communityId: '1', name: '锦绣花园', city: '示例市' }] }

const around = ({ children }: { children: ReactNode }) => (
  <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
)

/** A page that has shown an answer asks again, and meets this. */
async function asksAgainAndMeets(next: () => Promise<unknown>) {
  cloudAnswers(() => Promise.resolve({ ok: true, data: FOUND }))
  const page = renderHook(() => useCall('members.findCommunities', { name: '锦绣' }), { wrapper: around })
  await waitFor(() => expect(page.result.current.data).toEqual(FOUND))
  cloudAnswers(next)
  await settle(async () => {
    await page.result.current.again()
  })
  await waitFor(() => expect(page.result.current.error).toBeDefined())
  return page.result.current
}

const refuses = (code: string) => () => Promise.resolve({ ok: false, error: { code, message: '' } })

beforeEach(() => {
  forgetStorage()
  queryClient.clear()
})

it('leaves the old answer standing, with its time, while the network is gone', async () => {
  const page = await asksAgainAndMeets(() => Promise.reject(new Error('cut')))
  expect(page.data).toEqual(FOUND)
  expect(page.knownAt).toEqual(expect.any(Number))
})

it('takes an answer off the screen that the person may not see any more, and does not speak of the network', async () => {
  const page = await asksAgainAndMeets(refuses('NOT_ALLOWED'))
  expect(page.data).toBeUndefined()
  expect(page.knownAt).toBeUndefined()
})

it('does not speak of the network when the sign-in has run out', async () => {
  const page = await asksAgainAndMeets(refuses('NOT_SIGNED_IN'))
  expect(page.data).toEqual(FOUND)
  expect(page.knownAt).toBeUndefined()
})
