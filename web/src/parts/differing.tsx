/** What accounts of an event say differently: a row a value, with the outlets that give it. */
import type { Event, NamesFor } from '../api.ts'
import { useWords } from '../i18n/index.tsx'
import { outletOf } from './facts.tsx'
import { fieldName, valueWord } from './field-name.ts'
import { Value } from './value.tsx'

export function Differing({ accounts, names }: { accounts: Event['accounts']; names: NamesFor }) {
  const { t } = useWords()
  return (
    <table>
      <tbody>
        {accounts.flatMap(({ field, values }) =>
          values.map(({ value, documents }, i) => (
            <tr key={`${field} ${documents.join()}`}>
              {i === 0 ? (
                <th scope="row" rowSpan={values.length}>
                  {fieldName(t, field)}
                </th>
              ) : null}
              <td>{valueWord(t, field, value) ?? <Value value={value} names={names} />}</td>
              <td className="quiet">{[...new Set(documents.map(id => outletOf(names, id)))].join(', ')}</td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  )
}
