import type { Registered } from '../analysis.ts'
import { forecasts } from './forecasts.ts'
import { showIndex } from './relation-index.ts'

/** All analyses, in the order in which `--help` shows them; the server asks the same ones. */
export const ANALYSES: readonly Registered[] = [forecasts, showIndex]
