import type { ReactNode } from 'react'

/** Taro's elements as plain ones, enough to find words and to tap. */
const plain = (tag: 'div' | 'span') =>
  function Plain({ children, className, onClick }: { children?: ReactNode; className?: string; onClick?: () => void }) {
    const Tag = tag
    return (
      <Tag className={className} onClick={onClick}>
        {children}
      </Tag>
    )
  }

export const View = plain('div')
export const Text = plain('span')
