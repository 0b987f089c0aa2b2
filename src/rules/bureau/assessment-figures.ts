import type { RowsOf } from '../rule.ts'

export type FigureGroup = '学校考核' | '科室考核' | '等次' | '表彰'

/** A number the assessment goes by, as the program begins with it. */
export interface Figure {
  readonly of: FigureGroup
  readonly item: string
  readonly value: number
  readonly basis: string
}

/** What the plans leave to the bureau, with our figures where they name none. */
export const FIGURES = [
  {
    of: '学校考核',
    item: '责任制与责任书',
    value: 15,
    basis: '与每所学校签订责任书（P1-05、P5-04）',
  },
  { of: '学校考核', item: '制度预案', value: 10, basis: '制度和预案齐全，现场看（P5-15）' },
  { of: '学校考核', item: '检查与隐患', value: 15, basis: '查出的隐患销号了几成（P5-15、P5-24）' },
  { of: '学校考核', item: '月报季报按时率', value: 10, basis: '每月截止日以前报到（P5-25、P5-26）' },
  { of: '学校考核', item: '教育培训', value: 10, basis: '安全教育和培训，现场看（P5-15）' },
  { of: '学校考核', item: '演练', value: 10, basis: '中小学每月、幼儿园每季一次（P5-15、P5-16）' },
  { of: '学校考核', item: '值班值守', value: 10, basis: '节假日和夜间值班，现场看（P5-07）' },
  {
    of: '学校考核',
    item: '事故',
    value: 10,
    basis: '责任事故按等级扣五分之一、一半、全部（P5-15）',
  },
  { of: '学校考核', item: '舆情信访', value: 5, basis: '舆情和信访处置，现场看（P6-23、P6-24）' },
  { of: '学校考核', item: '档案', value: 5, basis: '台账档案齐全，现场看（P5-07）' },
  { of: '科室考核', item: '督查完成率', value: 30, basis: '分包学校每季度专门督查够次数（P1-36、P1-40）' },
  { of: '科室考核', item: '专题研究完成率', value: 15, basis: '每季度专题研究够次数（P1-07、P1-40）' },
  { of: '科室考核', item: '季度报告按时率', value: 15, basis: '每季度书面报告按时报（P1-37、P1-40）' },
  {
    of: '科室考核',
    item: '分包学校隐患整改率',
    value: 25,
    basis: '分包学校当年查出的隐患销号了几成（P1-40）',
  },
  { of: '科室考核', item: '分包学校责任事故', value: 15, basis: '没有责任事故得满分（P1-40）' },
  { of: '科室考核', item: '每起责任事故扣分', value: 5, basis: '从上一项里扣，扣完为止（P1-40）' },
  { of: '等次', item: '优秀', value: 90, basis: '总分不低于；一票否决的为不合格（P5-23）' },
  { of: '等次', item: '良好', value: 80, basis: '总分不低于' },
  { of: '等次', item: '合格', value: 60, basis: '总分不低于；再低为不合格' },
  { of: '表彰', item: '先进学校名额', value: 10, basis: '从优秀学校中按排名取（P1-05、P6-20）' },
  { of: '表彰', item: '先进科室名额', value: 3, basis: '从优秀科室中按得分取（P1-40）' },
] as const satisfies readonly Figure[]

export type FigureItem = (typeof FIGURES)[number]['item']
export type Figures = Readonly<Record<FigureItem, number>>

/** The read every rule declares that goes by these figures. */
export const figureColumns = { columns: ['of', 'item', 'value'] } as const

export interface FigureRow {
  readonly of: string | null
  readonly item: string | null
  readonly value: number | null
}

export const byProgram = Object.fromEntries(FIGURES.map(({ item, value }) => [item, value])) as Figures

/** The figures in force. An item no figure is called by is somebody's own note and counts for nothing. */
export const figuresOf = (settings: Pick<RowsOf<FigureRow>, 'all'>): Figures =>
  settings.all.fold<Record<FigureItem, number>>({ ...byProgram }, (figures, { of, item, value }) => {
    const known = FIGURES.find((figure) => figure.of === of && figure.item === item)
    if (known && value !== null) figures[known.item] = value
    return figures
  })

export const itemsOf = (group: FigureGroup): readonly FigureItem[] =>
  FIGURES.filter(({ of }) => of === group).map(({ item }) => item)

/** A hundred points over the items of a school's assessment; a bureau may weigh them otherwise. */
export const SCHOOL_ITEMS = itemsOf('学校考核')

export type Grade = '优秀' | '良好' | '合格' | '不合格'

export function gradeOf(score: number, figures: Figures): Grade {
  if (score >= figures['优秀']) return '优秀'
  if (score >= figures['良好']) return '良好'
  return score >= figures['合格'] ? '合格' : '不合格'
}
