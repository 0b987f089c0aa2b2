import type { Option } from '../column.ts'

/** The six classes of the plan, and the one for what is recorded but not scored. */
export const classLabels = [
  { zh: '一般安全事故', en: 'Ordinary incident' },
  { zh: '一般安全责任事故', en: 'Ordinary incident with fault' },
  { zh: '较严重的安全事故', en: 'Serious incident', also: ['较严重安全事故'] },
  { zh: '较严重的安全责任事故', en: 'Serious incident with fault', also: ['较严重安全责任事故'] },
  { zh: '严重的安全事故', en: 'Severe incident', also: ['严重安全事故'] },
  { zh: '严重的安全责任事故', en: 'Severe incident with fault', also: ['严重安全责任事故'] },
  { zh: '不计入', en: 'Not scored' },
] as const satisfies readonly Option[]

export const severityLabels = [
  { zh: '一般', en: 'Ordinary' },
  { zh: '较严重', en: 'Serious' },
  { zh: '严重', en: 'Severe', alarm: true },
  { zh: '不计入', en: 'Not scored' },
  { zh: '待定', en: 'Pending' },
] as const satisfies readonly Option[]

export const findingLabels = [
  { zh: '尽责', en: 'Diligent' },
  { zh: '未尽责', en: 'Not diligent', alarm: true },
  { zh: '待认定', en: 'Pending' },
] as const satisfies readonly Option[]
