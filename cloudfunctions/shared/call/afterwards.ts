/** What a read or an errand still asks the outside world, once its transaction is over and the connection is given back. */
export interface Afterwards<T> {
  readonly afterwards: () => Promise<T>
}

export const isAfterwards = (said: unknown): said is Afterwards<unknown> =>
  typeof said === 'object' && said !== null && 'afterwards' in said && typeof said.afterwards === 'function'
