/** The head of a table: a name for each column; from `numbersFrom` on they hold numbers. */
export function Columns({
  names,
  numbersFrom = names.length,
}: {
  names: readonly string[]
  numbersFrom?: number
}) {
  return (
    <thead>
      <tr>
        {names.map((name, i) => (
          <th key={name} scope="col" className={i < numbersFrom ? undefined : 'number'}>
            {name}
          </th>
        ))}
      </tr>
    </thead>
  )
}
