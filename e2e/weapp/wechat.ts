/** WeChat's side of a mini-program: the `wx` object, as far as a page may count on it. */

export interface WeChatHost {
  openPage(url: string): void
  closePages(delta: number): void
  replacePages(url: string, all: boolean): void
  callFunction(name: string, data: unknown): Promise<unknown>
}

interface Options {
  success?: (result: unknown) => void
  fail?: (error: unknown) => void
  complete?: (result: unknown) => void
}

/** An asynchronous interface: answers by callback and by promise, like WeChat's own. */
const answering =
  <Given>(name: string, work: (given: Given) => unknown) =>
  async (given: (Given & Options) | undefined): Promise<unknown> => {
    const options = (given ?? {}) as Given & Options
    try {
      const result = { errMsg: `${name}:ok`, ...((await work(options)) as object | undefined) }
      options.success?.(result)
      options.complete?.(result)
      return result
    } catch (cause) {
      const errMsg = `${name}:fail ${cause instanceof Error ? cause.message : String(cause)}`
      const error = Object.assign(new Error(errMsg), { errMsg })
      options.fail?.(error)
      options.complete?.(error)
      if (!options.fail && !options.complete) throw error
      return undefined
    }
  }

const PHONE = {
  brand: 'devtools',
  model: 'phone',
  platform: 'android',
  system: 'Android 12',
  SDKVersion: '3.8.9',
  version: '8.0.50',
  language: 'zh_CN',
  theme: 'light',
  pixelRatio: 2,
  screenWidth: 390,
  screenHeight: 844,
  windowWidth: 390,
  windowHeight: 756,
  statusBarHeight: 44,
  fontSizeSetting: 16,
  fontSizeScaleFactor: 1,
  safeArea: { left: 0, right: 390, top: 44, bottom: 810, width: 390, height: 766 },
}

/** Interfaces that only show or listen: they answer, and nothing follows. */
const SHOWN = [
  'showToast', 'hideToast', 'showLoading', 'hideLoading', 'setNavigationBarTitle', 'setNavigationBarColor',
  'setBackgroundColor', 'setBackgroundTextStyle', 'stopPullDownRefresh', 'startPullDownRefresh', 'pageScrollTo',
  'makePhoneCall', 'vibrateShort', 'requestSubscribeMessage', 'setTabBarStyle', 'hideHomeButton', 'setClipboardData',
] // prettier-ignore
const HEARD = ['onNetworkStatusChange', 'onThemeChange', 'onAppShow', 'onAppHide', 'onError', 'onUnhandledRejection']

const interfacesFor = (names: string[]) =>
  Object.fromEntries(names.map((name) => [name, answering(name, () => undefined)]))
const listenersFor = (names: string[]) =>
  Object.fromEntries(names.flatMap((name) => [name, name.replace(/^on/, 'off')]).map((name) => [name, () => undefined]))

/** What WeChat keeps on the telephone for this mini-program, as text. */
function storageInterfaces(kept: Map<string, string>) {
  const read = (key: string): unknown => {
    const text = kept.get(key)
    return text === undefined ? '' : (JSON.parse(text) as unknown)
  }
  const write = (key: string, data: unknown) => void kept.set(key, JSON.stringify(data))
  return {
    getStorageSync: read,
    setStorageSync: write,
    removeStorageSync: (key: string) => void kept.delete(key),
    clearStorageSync: () => kept.clear(),
    getStorageInfoSync: () => ({ keys: [...kept.keys()], currentSize: 0, limitSize: 10_240 }),
    getStorage: answering('getStorage', ({ key }: { key: string }) => {
      if (!kept.has(key)) throw new Error('data not found')
      return { data: read(key) }
    }),
    setStorage: answering('setStorage', ({ key, data }: { key: string; data: unknown }) => write(key, data)),
    removeStorage: answering('removeStorage', ({ key }: { key: string }) => void kept.delete(key)),
  }
}

export function makeWx(host: WeChatHost, kept: Map<string, string>): Record<string, unknown> {
  const plainCopy = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
  return {
    env: { USER_DATA_PATH: 'wxfile://usr' },
    canIUse: () => true,
    nextTick: (work: () => void) => void Promise.resolve().then(work),
    getSystemInfoSync: () => ({ ...PHONE }),
    getWindowInfo: () => ({ ...PHONE }),
    getDeviceInfo: () => ({ ...PHONE }),
    getAppBaseInfo: () => ({ ...PHONE }),
    getSystemInfo: answering('getSystemInfo', () => ({ ...PHONE })),
    getMenuButtonBoundingClientRect: () => ({ left: 296, right: 383, top: 48, bottom: 80, width: 87, height: 32 }),
    getAccountInfoSync: () => ({
      miniProgram: { appId: 'wx0000000000000000', envVersion: 'release', version: '0.1.0' },
    }),
    getLaunchOptionsSync: () => ({ path: '', query: {}, scene: 1001 }),
    getEnterOptionsSync: () => ({ path: '', query: {}, scene: 1001 }),
    getNetworkType: answering('getNetworkType', () => ({ networkType: 'wifi' })),
    showModal: answering('showModal', () => ({ confirm: true, cancel: false })),
    showActionSheet: answering('showActionSheet', () => ({ tapIndex: 0 })),
    navigateTo: answering('navigateTo', ({ url }: { url: string }) => host.openPage(url)),
    redirectTo: answering('redirectTo', ({ url }: { url: string }) => host.replacePages(url, false)),
    switchTab: answering('switchTab', ({ url }: { url: string }) => host.replacePages(url, true)),
    reLaunch: answering('reLaunch', ({ url }: { url: string }) => host.replacePages(url, true)),
    navigateBack: answering('navigateBack', ({ delta }: { delta?: number }) => host.closePages(delta ?? 1)),
    cloud: {
      init: () => undefined,
      // Requests and replies cross as JSON, so nothing but data may pass.
      callFunction: answering('cloud.callFunction', async ({ name, data }: { name: string; data: unknown }) => ({
        result: plainCopy(await host.callFunction(name, plainCopy(data))),
        requestID: 'harness',
      })),
    },
    ...storageInterfaces(kept),
    ...interfacesFor(SHOWN),
    ...listenersFor(HEARD),
  }
}
