import { tick } from '../gateway/clockwork'
import type { FunctionHost } from '../gateway/function-host'
import type { Simulator } from '../wechat-pay/simulator'
import { tellAccounts } from './accounts'
import { actThrough, type Chapter } from './act-as'
import { tellAnnouncements } from './announcements'
import { issueBills } from './bills'
import { tellBoards } from './boards'
import { onDayBy, setClock } from './on-day'
import { tellPayments } from './payments'
import { seatResidents } from './people'
import { bringPeople } from './people-chapter'
import { tellRepairs } from './repairs'
import { bringRegisters } from './registers-chapter'
import { registerTerms } from './terms-chapter'

interface Told {
  name: string
  chapter: Chapter
}

/**
 * The demonstration after its founding, told by its own people in this order: registers, residents in their houses,
 * boards, people, bills, billing terms, payments, announcements, accounts, repairs. Each chapter builds on those before it.
 */
const chapters = (ownerUrl: string, simulator: Simulator, windClock: () => Promise<void>): Told[] => [
  { name: 'registers', chapter: bringRegisters },
  { name: 'residents', chapter: () => seatResidents(ownerUrl) },
  { name: 'boards', chapter: tellBoards },
  { name: 'people', chapter: bringPeople },
  { name: 'bills', chapter: issueBills },
  { name: 'terms', chapter: registerTerms },
  { name: 'payments', chapter: tellPayments(simulator) },
  { name: 'announcements', chapter: tellAnnouncements },
  { name: 'accounts', chapter: tellAccounts(onDayBy(ownerUrl, windClock)) },
  { name: 'repairs', chapter: (actAs, log) => tellRepairs({ ownerUrl, windClock }, actAs, log) },
]

/** Tells every chapter that has not been told yet; needs the gateway, since files go up through its storage. */
export async function tellChapters(
  { host, ownerUrl, simulator }: { host: FunctionHost; ownerUrl: string; simulator: Simulator },
  log: (line: string) => void,
): Promise<void> {
  await setClock(ownerUrl, undefined) // a stage that was killed may have left it on another day
  const actAs = actThrough(host)
  for (const { name, chapter } of chapters(ownerUrl, simulator, () => tick(host, log))) {
    const began = Date.now()
    await chapter(actAs, log)
    log(`${name} told in ${((Date.now() - began) / 1000).toFixed(1)} s`)
  }
}
