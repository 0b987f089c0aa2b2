import type { Asked } from '../county/summary-figures.ts'

/**
 * The numbers of a county's summary as queries over the tables that `countyTables` makes; each gives rows of `key` and
 * `count`, the keys as `tests/county/summary-figures.ts` has them.
 */
export function summaryQueries(asked: Asked): readonly string[] {
  const day = (text: string) => `date '${text}'`
  const last = asked.today < asked.to ? asked.today : asked.to
  const inside = (column: string) => `${column} between ${day(asked.from)} and ${day(asked.to)}`
  const perSchool = (name: string, table: string, count: string, where = 'true') =>
    `select concat_ws(' ', '${name}', school) as key, ${count} as count from ${table} where ${where} group by all`
  const perKind = (name: string, kind: string, table: string, where: string) =>
    `select concat_ws(' ', '${name}', ${kind}) as key, count(*) as count from ${table} where ${where} group by all`
  const found = inside('found_on')
  const open = `found_on <= ${day(last)} and not (state = '已销号' and closed_on <= ${day(last)})`
  const closedByThen = `state = '已销号' and closed_on <= ${day(last)}`
  const overdue = `${open} and coalesce(extension, due) < ${day(last)}`
  const happened = inside('occurred_at::date')
  const hurt = `sum(list_sum(string_split(split_part(casualties, ' ', 1), '/')[1:3]::integer[]))::bigint`
  const watched = `level = '重大' and state <> '已销号'`
  const county = (name: string, part: string, whole: string, times: number) =>
    `select 'county ${name}' as key, round((${part}) / (${whole}) * ${times} * 10) / 10 as count where (${whole}) > 0`
  const many = (table: string, where: string) => `select count(*) from ${table} where ${where}`
  const pupils = `select sum(pupils) from directory`
  const come = `month in (${asked.months.map((month) => `'${month}'`).join()}) and sent_at is not null
    and school in (select school from directory where central)`
  const inTime = `sent_at::date <= (month || '-28')::date`
  return [
    perSchool('pupils', 'directory', 'sum(pupils)'),
    perSchool('found', 'hazards', 'count(*)', found),
    perSchool('foundMajor', 'hazards', 'count(*)', `${found} and level = '重大'`),
    perSchool('foundClosed', 'hazards', 'count(*)', `${found} and ${closedByThen}`),
    perSchool('foundOverdue', 'hazards', 'count(*)', `${found} and ${overdue}`),
    perSchool('closed', 'hazards', 'count(*)', `state = '已销号' and ${inside('closed_on')}`),
    perSchool('open', 'hazards', 'count(*)', open),
    perSchool('openMajor', 'hazards', 'count(*)', `${open} and level = '重大'`),
    perSchool('overdue', 'hazards', 'count(*)', overdue),
    perKind('category found', 'category', 'hazards', found),
    perKind('category open', 'category', 'hazards', open),
    perKind('category overdue', 'category', 'hazards', overdue),
    perSchool('watched', 'hazards', 'count(*)', watched),
    perSchool('watched days', 'hazards', `sum(${day(asked.today)} - found_on)::bigint`, watched),
    perSchool(
      'watched over',
      'hazards',
      `sum(${day(asked.today)} - coalesce(extension, due))::bigint`,
      `${watched} and coalesce(extension, due) < ${day(asked.today)}`,
    ),
    perSchool('incidents', 'incidents', 'count(*)', happened),
    perSchool('atFault', 'incidents', 'count(*)', `${happened} and class6 like '%责任事故'`),
    perSchool('severe', 'incidents', 'count(*)', `${happened} and class6 like '严重%'`),
    perSchool('injured', 'incidents', hurt, happened),
    perKind('class6', 'class6', 'incidents', happened),
    perKind('scene', 'scene', 'incidents', happened),
    perKind('type', 'type', 'incidents', happened),
    perKind('hour', `strftime(occurred_at, '%u %H')`, 'incidents', happened),
    perSchool('inTime', 'monthlyReports', 'count(*)', `${come} and ${inTime}`),
    perSchool('late', 'monthlyReports', 'count(*)', `${come} and not ${inTime}`),
    county('closingRate', many('hazards', `${found} and ${closedByThen}`), many('hazards', found), 100),
    county('overdueShare', many('hazards', overdue), many('hazards', open), 100),
    county('hazardRate', many('hazards', found), pupils, 1000),
    county('openRate', many('hazards', open), pupils, 1000),
    county('incidentRate', many('incidents', happened), pupils, 1000),
    county('injuredRate', `select ${hurt} from incidents where ${happened}`, pupils, 1000),
  ]
}

/** The schools themselves: how many pupils, and whether their reports are due here. After `countyTables`. */
export const directoryTable = `create table directory as
  select newest.school, students_total::bigint as pupils, coalesce(parent_school, '') = '' as central
  from read_parquet(
    list_transform(getvariable('folders'), lambda each: each || '/profile.parquet'), union_by_name => true
  ) as rows join newest using (_workbook)`

/** Nothing in a school's own file tells that another never came: these the bureau's register alone can say. */
export const ONLY_IN_REGISTER = /^(?:reportsDue|missing|awaited|county punctuality) ?/
