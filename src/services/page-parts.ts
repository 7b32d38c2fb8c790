/**
 * In a browser each page is a part of its own that is fetched when it is first opened. Without network that would fail
 * silently, so the parts are fetched ahead once the first page stands, and a part that does not arrive is said.
 */
interface TaroRoute {
  path?: string
  /** Fetches the part; Taro hands its arguments back beside it. */
  load?(): readonly unknown[]
}

declare global {
  interface Window {
    __taroAppConfig?: { routes?: readonly TaroRoute[] }
  }
}

const AFTER_FIRST_PAINT_MS = 2_000

const routes = (): readonly TaroRoute[] => window.__taroAppConfig?.routes ?? []

/** Resolves when the page at this address can be drawn; rejects when its part did not arrive. */
export async function fetchPart(url: string): Promise<void> {
  const [path = ''] = url.replace(/^\//, '').split('?')
  await load(routes().find((route) => route.path === path))
}

/** One part after the other, so that what the person does now goes first. */
export function fetchPartsAhead(): void {
  const fetchAll = async () => {
    for (const route of routes()) await load(route).catch(() => undefined)
  }
  setTimeout(() => void fetchAll(), AFTER_FIRST_PAINT_MS)
}

const load = async (route: TaroRoute | undefined): Promise<void> => {
  await Promise.all(route?.load?.() ?? [])
}
