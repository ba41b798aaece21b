/** What accounts of an event say differently: a row a value, with the outlets that give it. */
import type { Event, NamesFor } from '../api.ts'
import { outletOf } from './facts.tsx'
import { Value } from './value.tsx'

export function Differing({ accounts, names }: { accounts: Event['accounts']; names: NamesFor }) {
  return (
    <table>
      <tbody>
        {accounts.flatMap(({ field, values }) =>
          values.map(({ value, documents }, i) => (
            <tr key={`${field} ${documents.join()}`}>
              {i === 0 ? (
                <th scope="row" rowSpan={values.length}>
                  {field}
                </th>
              ) : null}
              <td>
                <Value value={value} names={names} />
              </td>
              <td className="quiet">{[...new Set(documents.map(id => outletOf(names, id)))].join(', ')}</td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  )
}
