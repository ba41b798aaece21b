import { actors } from './actors.ts'
import { adding } from './adding.ts'
import { analyses } from './analyses.ts'
import { changes } from './changes.ts'
import { corrections } from './corrections.ts'
import { documents } from './documents.ts'
import { dossier } from './dossier.ts'
import { facts } from './facts.ts'
import { feeds } from './feeds.ts'
import { issues } from './issues.ts'
import { ledger } from './ledger.ts'
import { theMap } from './map.ts'
import { marks } from './marks.ts'
import { me } from './me.ts'
import type { Route } from './route.ts'
import { search } from './search.ts'
import { searches } from './searches.ts'
import { stances } from './stances.ts'
import { take } from './take.ts'
import { theTerms } from './terms.ts'
import { watches } from './watches.ts'
import { workers } from './workers.ts'

/** All parts of the API, in the order in which its description lists them. */
export const ROUTES: readonly Route[] = [
  dossier,
  me,
  facts,
  marks,
  issues,
  stances,
  ledger,
  theMap,
  theTerms,
  documents,
  actors,
  search,
  searches,
  take,
  corrections,
  adding,
  watches,
  workers,
  analyses,
  changes,
  feeds,
]
