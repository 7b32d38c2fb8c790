import type { Column } from './columns'

/** `面积(㎡)*` is the column 面积: marks, units and spaces around a name do not count. */
const plain = (title: string) => title.normalize('NFKC').replaceAll(/\(.*?\)|[*\s]/g, '')

/** Where each of our columns stands in the file, or in one sentence why it cannot be told. */
export function placesOf(
  columns: readonly Column[],
  header: readonly string[],
): { places: (number | undefined)[] } | { wrong: string } {
  const titles = header.map(plain)
  const namesOf = (column: Column) => [column.zh, ...(column.aliases ?? [])]
  const places: (number | undefined)[] = []
  for (const column of columns) {
    const found = titles.flatMap((title, place) => (namesOf(column).includes(title) ? [place] : []))
    if (found.length > 1) return { wrong: `有两列都叫“${column.zh}”，请只留一列` }
    places.push(found[0])
  }
  const missing = columns.filter((column, index) => column.isRequired && places[index] === undefined)
  if (missing.length === 0) return { places }
  const all = columns.filter((column) => column.isRequired).map((column) => column.zh)
  return {
    wrong: `第一行缺少“${missing.map((column) => column.zh).join('”“')}”这${missing.length > 1 ? '几' : '一'}列；必须有：${all.join('、')}，请对照模板改`,
  }
}
