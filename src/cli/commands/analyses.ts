import type { Registered } from '../analysis.ts'
import { accounts } from './accounts.ts'
import { ask } from './ask.ts'
import { forecasts } from './forecasts.ts'
import { issues } from './issues.ts'
import { showIndex } from './relation-index.ts'
import { scenario } from './scenario.ts'
import { terms } from './terms.ts'

/** All analyses, in the order in which `--help` shows them; the server asks the same ones. */
export const ANALYSES: readonly Registered[] = [ask, forecasts, accounts, showIndex, issues, terms, scenario]
