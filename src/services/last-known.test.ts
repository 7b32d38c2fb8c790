import { cloudAnswers, forgetStorage } from '../testing/taro'
import { keepLastKnown, LAST_KNOWN_MAX, readLastKnown } from './last-known'
import { wipePrivate } from './private-storage'
import { ask } from './queries'

const found = (name: string) => ({ communities: [{ communityId: '1', name, city: '示例市' }] })

beforeEach(() => {
  wipePrivate()
  forgetStorage()
})

it('shows what was known, with its time, when the network is gone', async () => {
  cloudAnswers(() => Promise.resolve({ ok: true, data: found('锦绣花园') }))
  await ask('members.findCommunities', { name: '锦绣' })
  cloudAnswers(() => Promise.reject(new Error('cut')))
  const later = await ask('members.findCommunities', { name: '锦绣' })
  expect(later.data).toEqual(found('锦绣花园'))
  expect(later.knownAt).toEqual(expect.any(Number))
  expect(later.error?.code).toBe('OFFLINE')
})

it('never shows an old answer in the place of a refusal', async () => {
  cloudAnswers(() => Promise.resolve({ ok: true, data: found('锦绣花园') }))
  await ask('members.findCommunities', { name: '锦绣' })
  cloudAnswers(() => Promise.resolve({ ok: false, error: { code: 'NOT_ALLOWED', message: '' } }))
  await expect(ask('members.findCommunities', { name: '锦绣' })).rejects.toMatchObject({
    wire: { code: 'NOT_ALLOWED' },
  })
})

it('keeps so many answers and no more, and drops the oldest first', () => {
  for (let place = 0; place <= LAST_KNOWN_MAX; place += 1) {
    keepLastKnown('members.findCommunities', { name: String(place) }, found(String(place)), place)
  }
  expect(readLastKnown('members.findCommunities', { name: '0' })).toBeUndefined()
  expect(readLastKnown('members.findCommunities', { name: '1' })?.at).toBe(1)
})

it('forgets everything when the seat changes', () => {
  keepLastKnown('members.findCommunities', { name: 'a' }, found('a'), 1)
  wipePrivate()
  expect(readLastKnown('members.findCommunities', { name: 'a' })).toBeUndefined()
})
