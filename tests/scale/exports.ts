import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { REPORTED } from '../../src/tables/school/reported.ts'
import { lifeOf, type County } from '../county/county.ts'
import type { Told } from '../county/figures.ts'
import { SchoolAtWork } from '../county/school-files.ts'

const FOR_BUREAU = { kind: 'parquet', audience: 'bureau', tables: REPORTED, summaries: true } as const

/**
 * A school's Parquet exports, each unpacked into a folder of its own as somebody who adds a county up has them: the last
 * month's, an older one that came after it, and at some schools one that came twice.
 *
 * @returns what its newest one can tell; null when it has sent none
 */
export async function writeExports(
  county: County,
  at: number,
  rows: number,
  folder: string,
): Promise<Told | null> {
  const life = lifeOf(county, at, rows)
  const school = new SchoolAtWork(county, life)
  const moments = county.months.flatMap((month, n) => (life.sent[n] === null ? [] : [[month, life.sent[n]!]]))
  const files: Uint8Array[] = []
  for (const [n, [month, sent]] of moments.entries()) {
    school.comeTo(sent!)
    school.send(month!)
    // Of the months between nobody has kept the file.
    if (n === 0 || n === moments.length - 1) files.push(await school.file(FOR_BUREAU))
  }
  if (files.length === 0) return null
  const kept = [files.at(-1)!, files[0]!, ...(at % 4 === 0 ? [files.at(-1)!] : [])]
  for (const [n, zip] of kept.entries()) {
    const place = join(folder, `${life.school.code}-${n}`)
    mkdirSync(place)
    for (const [name, bytes] of Object.entries(unzipSync(zip))) writeFileSync(join(place, name), bytes)
  }
  return { life, made: moments.at(-1)![1]! }
}
