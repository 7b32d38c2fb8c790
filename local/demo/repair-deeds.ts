import type { Input, Output } from '../../types/contracts'
import type { ActAs } from './act-as'
import { bringPhoto, type DemoPhoto } from './bring-photo'

/** One thing that happens at its moment. */
export interface Step {
  at: Date
  happens(): Promise<unknown>
}

/** What somebody does with one order. */
type Deed = (order: { actAs: ActAs; reporter: string; repairId: string }) => Promise<unknown>

type Report = Omit<Input<'repairs.fileRepair'>, 'houseId' | 'photoIds'> & { photo?: DemoPhoto }

/** An order from its report on: who reports what and when, and what is done with it at which moment. */
export function story(
  actAs: ActAs,
  { reporter, at, report }: { reporter: string; at: Date; report: Report },
  moments: [at: Date, deed: Deed][] = [],
): Step[] {
  let repairId = ''
  const files = async () => {
    repairId = (await fileRepair(actAs, reporter, report)).repairId
  }
  const deeds = moments.map(([when, deed]) => ({ at: when, happens: () => deed({ actAs, reporter, repairId }) }))
  return [{ at, happens: files }, ...deeds]
}

async function fileRepair(
  actAs: ActAs,
  reporter: string,
  { photo, ...report }: Report,
): Promise<Output<'repairs.fileRepair'>> {
  const ask = actAs(reporter)
  const houseId = (await ask('members.showMe', {})).seats.flatMap((seat) => seat.houses)[0]?.houseId
  if (!houseId) throw new Error(`${reporter} has no house`)
  const photoIds = photo ? [await bringPhoto(ask, 'repairPhoto', photo)] : []
  return ask('repairs.fileRepair', { ...report, houseId, photoIds })
}

export const receives =
  (clerk: string): Deed =>
  ({ actAs, repairId }) =>
    actAs(clerk)('repairs.receiveRepair', { repairId })

export const dispatches =
  (clerk: string, technician: string, note?: string): Deed =>
  async ({ actAs, repairId }) => {
    const { technicians } = await actAs(clerk)('repairs.listTechnicians', {})
    const sent = technicians.find(({ name }) => name === technician)
    if (!sent) throw new Error(`there is no ${technician} to send`)
    await actAs(clerk)('repairs.dispatchRepair', { repairId, technicianId: sent.technicianId, ...(note && { note }) })
  }

export const takes =
  (technician: string): Deed =>
  ({ actAs, repairId }) =>
    actAs(technician)('repairs.takeRepair', { repairId })

/** Is there and begins. */
export const arrives =
  (technician: string): Deed =>
  async ({ actAs, repairId }) => {
    await actAs(technician)('repairs.arriveRepair', { repairId })
    await actAs(technician)('repairs.startRepair', { repairId })
  }

export const finishes =
  (technician: string, work: string, photo?: DemoPhoto): Deed =>
  async ({ actAs, repairId }) => {
    const photoIds = photo ? [await bringPhoto(actAs(technician), 'workPhoto', photo)] : []
    await actAs(technician)('repairs.finishRepair', { repairId, work, photoIds })
  }

export const confirms: Deed = ({ actAs, reporter, repairId }) => actAs(reporter)('repairs.confirmRepair', { repairId })

export const reopens =
  (reason: string, photo?: DemoPhoto): Deed =>
  async ({ actAs, reporter, repairId }) => {
    const photoIds = photo ? [await bringPhoto(actAs(reporter), 'repairPhoto', photo)] : []
    await actAs(reporter)('repairs.reopenRepair', { repairId, reason, photoIds })
  }

export const rates =
  (rating: Omit<Input<'ratings.rateRepair'>, 'repairId'>): Deed =>
  ({ actAs, reporter, repairId }) =>
    actAs(reporter)('ratings.rateRepair', { repairId, ...rating })
