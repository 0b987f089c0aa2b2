// Screens ask about storage through here: what keeps the data is the app's business, how it does so the store's.
export { askToKeep, isKept, type Persistence } from '../store/persistence.ts'
export { lostWorkbook, problemsAtStart } from '../store/start-report.ts'
