import type { Registered } from '../analysis.ts'
import { issues } from './issues.ts'
import { showIndex } from './relation-index.ts'
import { scenario } from './scenario.ts'

/** All analyses, in the order in which `--help` shows them; the server asks the same ones. */
export const ANALYSES: readonly Registered[] = [showIndex, issues, scenario]
