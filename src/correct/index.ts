export {
  aboutOf,
  correctionOf,
  lastHeld,
  mergeBooks,
  readBook,
  saidAgain,
  type Who,
  writeBook,
} from './book.ts'
export type { Fate } from './fate.ts'
export { fieldsOf, type Means, setField, wrongValue } from './fields.ts'
export { type Corrected, correct } from './overlay.ts'
export { type Accuracy, accuracyOf, queueOf, type Waiting } from './queue.ts'
export { split, splitId } from './regroup.ts'
export { lineOf } from './traits.ts'
