import type { Tables } from '../tables/index.ts'
import { rulesOf } from './rule.ts'

const { rule, all } = rulesOf<Tables['staff']>()

export const staffRules = all({
  homeroom: rule({ from: { classes: { by: 'homeroom', columns: ['class_name'] } } }, ({ from }) =>
    from.classes.fold<string | null>(null, (names, { class_name }) =>
      class_name === null ? names : names === null ? class_name : `${names}、${class_name}`,
    ),
  ),
})
