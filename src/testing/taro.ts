/** WeChat's side of Taro for tests: a storage in memory, and a cloud that answers what the test says. */
const kept = new Map<string, unknown>()

type Answer = (request: { call: string; input: unknown; requestId?: string }) => Promise<unknown>

let answer: Answer = () => Promise.reject(new Error('no answer was prepared'))

export const cloudAnswers = (next: Answer): void => {
  answer = next
}

export const forgetStorage = (): void => kept.clear()

const Taro = {
  getStorageSync: (key: string): unknown => kept.get(key) ?? '',
  setStorageSync: (key: string, value: unknown): void => void kept.set(key, value),
  removeStorageSync: (key: string): void => void kept.delete(key),
  getStorageInfoSync: () => ({ keys: [...kept.keys()] }),
  cloud: {
    init: () => undefined,
    callFunction: async ({ data }: { data: Parameters<Answer>[0] }) => ({ result: await answer(data) }),
  },
}

// eslint-disable-next-line law/named-exports -- the package that this stands for has a default export
export default Taro
