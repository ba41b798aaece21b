/** The program under everyday use for as long as asked: errors, and how memory goes. Any error fails. */
import { soak } from '../test/reliability/soak.ts'
import { startCluster } from '../test/store/cluster.ts'
import { row } from './measure.ts'

export async function benchSoak(minutes: number): Promise<void> {
  const cluster = await startCluster({ fsync: true })
  try {
    console.log(`${minutes} minutes of adding, watching, serving and asking, ${cluster.version}:`)
    const { added, removed, watched, questions, busy, errors, memory } = await soak(
      `${cluster.url}?schema=soak`,
      minutes * 60,
    )
    row('articles added, found by watching, removed', `${added}, ${watched}, ${removed}`)
    row('questions answered', String(questions))
    row('times that one was told to come again', String(busy), 'as another was at the record')
    for (const [process, { early, late, most, slope }] of Object.entries(memory))
      row(
        `memory of ${process}`,
        `${slope.toFixed(1)} MB/h`,
        `${early.toFixed(0)} MB after a quarter, ${late.toFixed(0)} MB at the end, ${most.toFixed(0)} MB at most`,
      )
    row('errors', String(errors.length))
    for (const error of errors.slice(0, 20)) console.log(`!! ${error}`)
    if (errors.length > 0) process.exitCode = 1
  } finally {
    await cluster.stop()
    await cluster.remove()
  }
}
