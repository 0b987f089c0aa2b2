import { spokenChoice } from '../../../reports/spoken.ts'
import { assessmentSettings } from '../../../tables/bureau/assessment-settings.ts'
import { schoolAssessment } from '../../../tables/bureau/school-assessment.ts'

/** What the assessment's stored words are called in the reader's language. */
export const spokenItem = (item: string): string => spokenChoice(assessmentSettings.columns.item, item)
export const spokenGroup = (group: string): string => spokenChoice(assessmentSettings.columns.of, group)
export const spokenGrade = (grade: string | null): string =>
  spokenChoice(schoolAssessment.columns.grade, grade)
