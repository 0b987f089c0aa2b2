import { addDays } from '../shared/local-date.ts'
import type { Step } from '../tables/column.ts'
import type { Tables } from '../tables/index.ts'
import { rulesOf } from './rule.ts'

const { rule, all } = rulesOf<Tables['absences']>()

export const absencesRules = all({
  /**
   * Several pupils of a class with one symptom within a few days: the days may lie before this one, after it or around
   * it, for the first case belongs to the cluster as well as the last. A pupil counts once, however long he is ill.
   */
  cluster: rule(
    {
      own: ['date', 'class', 'symptom'],
      rows: {
        absences: { by: 'date', columns: ['class', 'symptom', 'pupil_code'] },
        classes: { columns: ['class_name'] },
      },
    },
    ({ date, symptom, rows, ...row }, { policy }): readonly Step[] => {
      if (date === null || !symptom?.length) return []
      const span = policy['attendance.clusterDays']
      const classOf = (cell: string | null) => rows.classes.named(cell)?.id ?? cell
      const own = classOf(row.class)
      if (own === null) return []
      const days = Array.from({ length: span * 2 - 1 }, (_, day) => addDays(date, day - span + 1))
      const pupilsOn = days.map((day) =>
        rows.absences.where(day).fold<{ who: string; symptoms: readonly string[] }[]>([], (found, other) => {
          if (classOf(other.class) === own && other.symptom)
            found.push({ who: other.pupil_code ?? other.id, symptoms: other.symptom })
          return found
        }),
      )
      return symptom.flatMap((each) => {
        let most = 0
        for (let first = 0; first < span; first++) {
          const pupils = new Set<string>()
          for (const { who, symptoms } of pupilsOn.slice(first, first + span).flat())
            if (symptoms.includes(each)) pupils.add(who)
          most = Math.max(most, pupils.size)
        }
        return most < policy['attendance.cluster']
          ? []
          : [{ code: 'absence.cluster', params: { symptom: each, count: most, days: span } }]
      })
    },
  ),
})
