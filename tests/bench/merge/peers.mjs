// The peers' own ways: a map of rows, each a map of cells, so that edits of different cells of one row come together.

const by = (a, b) => (a < b ? -1 : 1)
const eachRow = ({ ids, columns }, put) => {
  const keys = Object.keys(columns)
  ids.forEach((id, i) => put(id, Object.fromEntries(keys.map((key) => [key, columns[key][i]]))))
}
const cellsOf = (rows) =>
  Object.keys(rows)
    .sort(by)
    .map((id) =>
      Object.keys(rows[id])
        .sort(by)
        .map((key) => rows[id][key]),
    )

export async function yjs() {
  const Y = await import('yjs')
  return class {
    doc = new Y.Doc()
    make(rows) {
      this.doc.transact(() => {
        const map = this.doc.getMap('rows')
        eachRow(rows, (id, row) => map.set(id, new Y.Map(Object.entries(row))))
      })
    }
    edit(edits) {
      for (const { row, column, value } of edits) this.doc.getMap('rows').get(row).set(column, value)
    }
    save = () => Y.encodeStateAsUpdateV2(this.doc)
    load(file) {
      this.doc = new Y.Doc()
      Y.applyUpdateV2(this.doc, file)
    }
    merge = (file) => Y.applyUpdateV2(this.doc, file)
    cells = () => cellsOf(this.doc.getMap('rows').toJSON())
  }
}

export async function automerge() {
  const A = await import('@automerge/automerge')
  return class {
    make(rows) {
      const all = {}
      eachRow(rows, (id, row) => (all[id] = row))
      this.doc = A.from({ rows: all })
    }
    edit(edits) {
      this.doc = A.change(this.doc, (doc) => {
        for (const { row, column, value } of edits) doc.rows[row][column] = value
      })
    }
    save = () => A.save(this.doc)
    load(file) {
      this.doc = A.load(file)
    }
    merge(file) {
      this.doc = A.merge(this.doc, A.load(file))
    }
    cells = () => cellsOf(A.toJS(this.doc).rows)
  }
}

export async function loro() {
  const { LoroDoc, LoroMap } = await import('loro-crdt')
  return class {
    doc = new LoroDoc()
    make(rows) {
      const map = this.doc.getMap('rows')
      eachRow(rows, (id, row) => {
        const cells = map.setContainer(id, new LoroMap())
        for (const [key, value] of Object.entries(row)) cells.set(key, value)
      })
      this.doc.commit()
    }
    edit(edits) {
      for (const { row, column, value } of edits) this.doc.getMap('rows').get(row).set(column, value)
      this.doc.commit()
    }
    save = () => this.doc.export({ mode: 'snapshot' })
    load(file) {
      this.doc = new LoroDoc()
      this.doc.import(file)
    }
    merge = (file) => this.doc.import(file)
    cells = () => cellsOf(this.doc.getMap('rows').toJSON())
  }
}

export async function tinybase() {
  const { createMergeableStore } = await import('tinybase')
  return class {
    constructor(replica) {
      this.store = createMergeableStore(replica)
    }
    make(rows) {
      this.store.transaction(() => eachRow(rows, (id, row) => this.store.setRow('rows', id, row)))
    }
    edit(edits) {
      for (const { row, column, value } of edits) this.store.setCell('rows', row, column, value)
    }
    save = () => new TextEncoder().encode(JSON.stringify(this.store.getMergeableContent()))
    load(file) {
      this.store.setMergeableContent(JSON.parse(new TextDecoder().decode(file)))
    }
    merge = (file) => this.store.applyMergeableChanges(JSON.parse(new TextDecoder().decode(file)))
    cells = () => cellsOf(this.store.getTable('rows'))
  }
}
