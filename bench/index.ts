/** `npm run bench` prints the figures; `npm run bench -- --articles 5000` takes more of them, `--only analysis` a part. */
import { parseArgs } from 'node:util'
import { benchAnalysis } from './analysis.ts'
import { makeArticles } from './articles.ts'
import { benchDossiers } from './dossiers.ts'

const { values } = parseArgs({
  options: { articles: { type: 'string', default: '1000' }, only: { type: 'string' } },
})
const count = Number(values.articles)
const articles = await makeArticles(count)
console.log(`Node ${process.versions.node}, ${process.platform} ${process.arch}`)
if (values.only !== 'dossiers') await benchAnalysis(articles.slice(0, Math.min(count, 100)), 5)
if (values.only !== 'analysis') await benchDossiers(articles, Math.ceil(count / 10))
