import { useInfiniteQuery, useQueries, useQuery } from '@tanstack/react-query'
import type { Input, Output, ReadName } from '../../types/contracts'
import type { WireError } from '../../types/vocabulary/errors'
import { ask, Refused } from '../services/queries'
import { isOutside } from '../services/refusals'

interface Options {
  /** False while something else must be known first. */
  enabled?: boolean
  /** Ask again by itself this often while the screen is shown. */
  everyMs?: number | undefined
}

export interface Called<T> {
  data: T | undefined
  /** Set when the data are the last known ones and the network did not answer now. */
  knownAt: number | undefined
  error: WireError | undefined
  loading: boolean
  again(): Promise<unknown>
}

/** One read on the screen: typed by its name, kept fresh, and offline the last known. */
export function useCall<N extends ReadName>(name: N, input: Input<N>, options: Options = {}): Called<Output<N>> {
  const query = useQuery({
    queryKey: [name, input],
    queryFn: () => ask(name, input),
    enabled: options.enabled ?? true,
    refetchInterval: options.everyMs ?? false,
  })
  const refused = wireOf(query.error)
  const shown = refused && !leavesOldStanding(refused) ? undefined : query.data
  return {
    data: shown?.data,
    knownAt: shown?.knownAt ?? (refused && isOutside(refused) && shown ? query.dataUpdatedAt : undefined),
    error: refused ?? query.data?.error,
    loading: query.isPending && query.fetchStatus === 'fetching',
    again: query.refetch,
  }
}

/** The same read of several things at once, in their order; what has not been answered yet is undefined. */
export function useCalls<N extends ReadName>(
  name: N,
  inputs: readonly Input<N>[],
  { everyMs }: Pick<Options, 'everyMs'> = {},
): (Output<N> | undefined)[] {
  const queries = useQueries({
    queries: inputs.map((input) => ({
      queryKey: [name, input],
      queryFn: () => ask(name, input),
      refetchInterval: everyMs ?? (false as const),
    })),
  })
  return queries.map((query) => query.data?.data)
}

/** Reads that come in pages: they take `after` and answer `next`. */
type PagedName = { [N in ReadName]: 'next' extends keyof Output<N> ? N : never }[ReadName]

export interface CalledPages<T> extends Called<readonly T[]> {
  more: boolean
  loadingMore: boolean
  loadMore(): void
}

/** A list that grows page by page, from the newest to the end. */
export function usePages<N extends PagedName>(
  name: N,
  input: Omit<Input<N>, 'after'>,
  options: Options = {},
): CalledPages<Output<N>> {
  const query = useInfiniteQuery({
    queryKey: [name, input, 'pages'],
    // `after` was left out of the type only because this hook fills it in.
    queryFn: ({ pageParam }) =>
      ask(name, { ...input, ...(pageParam !== undefined && { after: pageParam }) } as Input<N>),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => (last.data as { next?: string }).next,
    enabled: options.enabled ?? true,
    refetchInterval: options.everyMs ?? false,
  })
  const refused = wireOf(query.error)
  const standsAll = !refused || query.isFetchNextPageError || leavesOldStanding(refused)
  const pages = standsAll ? query.data?.pages : undefined
  const first = pages?.[0]
  const isOld = refused && isOutside(refused) && !query.isFetchNextPageError
  return {
    data: pages?.map((page) => page.data),
    knownAt: first?.knownAt ?? (isOld && first ? query.dataUpdatedAt : undefined),
    error: refused ?? first?.error,
    loading: query.isPending && query.fetchStatus === 'fetching',
    again: query.refetch,
    more: query.hasNextPage,
    loadingMore: query.isFetchingNextPage,
    loadMore: () => {
      if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage()
    },
  }
}

/** An old answer never stands in the place of a refusal, only in that of silence; a sign-in that ran out says so itself. */
const leavesOldStanding = (refused: WireError): boolean => isOutside(refused) || refused.code === 'NOT_SIGNED_IN'

const wireOf = (error: unknown): WireError | undefined => (error instanceof Refused ? error.wire : undefined)
