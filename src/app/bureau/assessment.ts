/** A year's assessment as screens read it; papers read the same. */
export {
  assessedYears,
  basisOf,
  figuresIn,
  openSchools,
  receiptOfResult,
  schoolResults,
  SCHOOL_ITEMS,
  sectionParts,
  sectionReceipt,
  sectionResults,
} from '../../engine/assessment.ts'
export type {
  AssessmentLine,
  Counted,
  ItemScore,
  SchoolResult,
  SectionResult,
} from '../../engine/assessment.ts'
