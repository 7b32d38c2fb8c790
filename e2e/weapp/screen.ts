import type { Template, Templates } from './templates'

/** A node as Taro writes it into the page's data. Short names, because each byte crosses WeChat's bridge. */
export interface Node {
  nn?: string
  sid?: string
  uid?: string
  /** The words of a text node. */
  v?: string
  cn?: Node[]
  [shortName: string]: unknown
}

/** A node with the nodes around it: taps bubble from the innermost outwards. */
export interface Place {
  node: Node
  around: Node[]
}

/** What stands on one page, read through the built templates. */
export class Screen {
  constructor(
    private readonly root: Node,
    private readonly templates: Templates,
  ) {}

  template(node: Node): Template | undefined {
    return node.nn === undefined ? undefined : this.templates.get(node.nn)
  }

  attribute(node: Node, name: string): unknown {
    const short = this.template(node)?.shortNames.get(name)
    return short === undefined ? undefined : node[short]
  }

  /** Every word that the page shows, one line for each text, inputs with what stands in them. */
  text(node: Node = this.root): string {
    const own = [node.v, this.attribute(node, 'value'), this.attribute(node, 'placeholder')]
    const parts = [...own.map(said), ...(node.cn ?? []).map((child) => this.text(child))]
    return parts.filter((part) => part !== '').join(this.template(node)?.tag === 'text' ? '' : '\n')
  }

  /** The innermost places whose own words, label or placeholder are these. */
  find(words: string): Place[] {
    return [...this.places()].filter(({ node }) => {
      const names = [this.attribute(node, 'placeholder'), this.attribute(node, 'aria-label')].map(said)
      const isTextOfOwn = (node.cn ?? []).length > 0 && (node.cn ?? []).every((child) => child.v !== undefined)
      return names.includes(words) || (isTextOfOwn && this.text(node).replaceAll('\n', '').trim() === words)
    })
  }

  *places(node: Node = this.root, around: Node[] = []): Generator<Place> {
    yield { node, around }
    for (const child of node.cn ?? []) yield* this.places(child, [node, ...around])
  }
}

const said = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')
