/** Sets that grow together: union–find over 0..n-1; the smallest member stands for its group. */
export interface Groups {
  find(i: number): number
  join(a: number, b: number): void
  /** Members of each group in rising order, groups by their first member. */
  all(): number[][]
}

export function makeGroups(n: number): Groups {
  const parent = new Int32Array(n)
  for (let i = 0; i < n; i++) parent[i] = i
  const find = (i: number): number => {
    let root = i
    while (parent[root] !== root) root = parent[root] ?? root
    let at = i
    while (parent[at] !== root) {
      const next = parent[at] ?? root
      parent[at] = root
      at = next
    }
    return root
  }
  return {
    find,
    join(a, b) {
      const x = find(a)
      const y = find(b)
      if (x < y) parent[y] = x
      else parent[x] = y
    },
    all() {
      const members = new Map<number, number[]>()
      for (let i = 0; i < n; i++) {
        const root = find(i)
        const group = members.get(root)
        if (group === undefined) members.set(root, [i])
        else group.push(i)
      }
      return [...members.values()]
    },
  }
}
