import type { FunctionHost } from '../gateway/function-host'
import { actThrough, type Chapter } from './act-as'

/**
 * The demonstration after its founding, told by its own people in this order: registers, boards, people, bills.
 * Each chapter builds on those before it.
 */
const CHAPTERS: { name: string; chapter: Chapter }[] = []

/** Tells every chapter that has not been told yet; needs the gateway, since files go up through its storage. */
export async function tellChapters(host: FunctionHost, log: (line: string) => void): Promise<void> {
  const actAs = actThrough(host)
  for (const { name, chapter } of CHAPTERS) {
    const began = Date.now()
    await chapter(actAs, log)
    log(`${name} told in ${((Date.now() - began) / 1000).toFixed(1)} s`)
  }
}
