import { Field } from './field'
import type { IconName } from './icon-names'

/** One line of a form: which of its values it writes, and in which words it asks. */
export interface FormLine<K extends string> {
  key: K
  icon: IconName
  label: string
  placeholder: string
  keyboard?: 'text' | 'number'
}

interface FieldsProps<K extends string> {
  lines: readonly FormLine<K>[]
  values: Readonly<Record<K, string>>
  problems: Partial<Record<string, string>>
  onWrite(change: Partial<Record<NoInfer<K>, string>>): void
}

/** Several lines of a form, one under the other, told as a table. */
export function Fields<K extends string>({ lines, values, problems, onWrite }: FieldsProps<K>) {
  return (
    <>
      {lines.map(({ key, ...line }) => (
        <Field
          key={key}
          {...line}
          value={values[key]}
          problem={problems[key]}
          // A computed key is any string to the compiler; this one is the line's own.
          onChange={(value) => onWrite({ [key]: value } as Partial<Record<K, string>>)}
        />
      ))}
    </>
  )
}
