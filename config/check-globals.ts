import type { AnyNode } from 'acorn'

/**
 * Names that browsers and Node have and a mini-program's engine does not. A script that reaches for one without asking
 * first (`typeof fetch`) throws, and where something catches the throw nobody ever learns why the page says
 * that the network is gone. `Event` is not among them: the AbortController that we bring tries it and does without.
 */
const ABSENT = new Set(
  `process Buffer global window document navigator location history localStorage sessionStorage fetch Headers Request
   Response XMLHttpRequest WebSocket EventSource URL URLSearchParams Blob File FileReader FormData TextEncoder TextDecoder
   Intl AbortController AbortSignal MessageChannel BroadcastChannel queueMicrotask structuredClone crypto performance
   requestAnimationFrame cancelAnimationFrame setImmediate clearImmediate atob btoa alert CustomEvent
   MutationObserver IntersectionObserver ResizeObserver`.split(/\s+/),
)

/** The names among `ABSENT` that the script uses, neither declares nor asks about with `typeof`. */
export function missingGlobals(program: AnyNode): string[] {
  const used = new Set<string>()
  const known = new Set<string>()
  visit(program, used, known)
  return [...used].filter((name) => !known.has(name))
}

const childrenOf = (node: AnyNode): [key: string, child: AnyNode][] =>
  Object.entries(node).flatMap(([key, value]: [string, unknown]) =>
    (Array.isArray(value) ? (value as unknown[]) : [value]).flatMap((child) =>
      child !== null && typeof child === 'object' && 'type' in child
        ? [[key, child as AnyNode] as [string, AnyNode]]
        : [],
    ),
  )

/** Places where a name stands without being looked up: `a.fetch`, `{ fetch: 1 }`, a label. */
function isOnlyAName(parent: AnyNode, key: string): boolean {
  if (parent.type === 'MemberExpression') return key === 'property' && !parent.computed
  if (parent.type === 'Property') return key === 'key' && !parent.computed && !parent.shorthand
  return ['MethodDefinition', 'PropertyDefinition'].includes(parent.type) && key === 'key'
}

const DECLARES: Record<string, string[]> = {
  VariableDeclarator: ['id'],
  FunctionDeclaration: ['id', 'params'],
  FunctionExpression: ['id', 'params'],
  ArrowFunctionExpression: ['params'],
  ClassDeclaration: ['id'],
  CatchClause: ['param'],
}

function visit(node: AnyNode, used: Set<string>, known: Set<string>): void {
  for (const [key, child] of childrenOf(node)) {
    if (child.type !== 'Identifier') {
      visit(child, used, known)
      continue
    }
    if (!ABSENT.has(child.name) || isOnlyAName(node, key)) continue
    const asked = node.type === 'UnaryExpression' && node.operator === 'typeof'
    // A minified script is one scope after another; a name that it declares anywhere is taken as its own.
    if (asked || DECLARES[node.type]?.includes(key)) known.add(child.name)
    else used.add(child.name)
  }
}
