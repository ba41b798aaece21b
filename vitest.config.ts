import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What waits for processes, browsers and servers begins first, so that none of it goes on alone in the end. */
const LONG = [
  '/test/reliability/',
  '/test/e2e/',
  '/test/work/',
  '/test/cli/',
  '/test/hostile/',
  '/test/score/',
]

const rankOf = ({ moduleId }: TestSpecification): number => {
  const at = LONG.findIndex(folder => moduleId.includes(folder))
  return at < 0 ? LONG.length : at
}

class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((a, b) => rankOf(a) - rankOf(b))
  }
}

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'src/**/*.test.ts'],
    globalSetup: ['test/store/global-setup.ts'],
    pool: 'threads',
    sequence: { sequencer: LongFirst },
    // One more than there are cores: most of them wait for a database, a browser or a process half of the time.
    maxWorkers: availableParallelism() + 1,
    isolate: false,
    testTimeout: 180_000,
    hookTimeout: 300_000,
  },
})
