/** The audit log of one dossier: who changed what, when, from where, and how it ended. */
import { z } from 'zod'
import type { Deed } from '../record/access.ts'
import type { Lines } from './lines.ts'

const deed = z.object({
  at: z.string(),
  who: z.string(),
  address: z.string().nullable(),
  method: z.string(),
  route: z.string(),
  ids: z.array(z.string()),
  outcome: z.number(),
}) satisfies z.ZodType<Deed>

export interface Audit {
  note(deed: Deed): Promise<void>
  /** Since that moment (ISO 8601), the oldest first; `lost` counts lines that cannot be read. */
  deeds(since: string | null): Promise<{ deeds: Deed[]; lost: number }>
}

export function auditIn(lines: Lines): Audit {
  return {
    note: it => lines.append(it),
    async deeds(since) {
      const read = await lines.read()
      const parsed = read.entries.map(it => deed.safeParse(it))
      const deeds = parsed.flatMap(it => (it.success ? [it.data] : []))
      return {
        deeds: deeds.filter(({ at }) => since === null || at >= since),
        lost: read.lost + parsed.length - deeds.length,
      }
    },
  }
}
