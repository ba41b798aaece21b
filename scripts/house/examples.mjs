/** Columns of a table of knowledge: its first line that is no comment. */
function columnsOf(text) {
  const head = text.split(/\r?\n/).find(line => line.trim() !== '' && !line.startsWith('#')) ?? ''
  return head.split('\t').map(cell => cell.trim())
}

export const examples = {
  name: 'examples',
  holds: 'every table of knowledge that has examples has a test that runs them',
  mend: 'Add a test under test/ that loads the table, runs each `example` and names the table.',
  check(house) {
    const tests = house.files
      .filter(path => /^(?:test|src)\/.*\.test\.ts$/.test(path))
      .map(path => house.text(path))
    const breaches = []
    for (const path of house.files.filter(path => /^src\/knowledge\/data\/.*\.tsv$/.test(path))) {
      if (!columnsOf(house.text(path)).includes('example')) continue
      // A table that was cut up is a folder: verbs/01-agree.tsv.
      const table = path.slice('src/knowledge/data/'.length).replace(/\/.*|\.tsv$/, '')
      const runs = tests.some(text => text.includes('example') && text.includes(table))
      if (!runs) breaches.push({ where: path, what: 'has a column `example` that no test runs' })
    }
    return { breaches }
  },
}
