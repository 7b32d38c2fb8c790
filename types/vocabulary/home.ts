/** The calls by which a first page chooses what it shows; whether the acting seat may make them is the policy's word alone. */
export const HOME_CALLS = [
  'repairs.listRepairs',
  'accounts.readCockpit',
  'repairs.receiveRepair',
  'repairs.takeRepair',
] as const

export type HomeCall = (typeof HOME_CALLS)[number]
