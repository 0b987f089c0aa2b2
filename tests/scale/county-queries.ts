/**
 * A county's tables from the Parquet exports of its schools, each unpacked into a folder of its own, for DuckDB. A row
 * says itself whose it is (`_workbook`) and of when (`_made`): of several exports of a school the newest counts, whatever
 * order they came in and however often. The others are not even opened, for of thousands of files it is the opening that
 * takes the time.
 */
export function countyTables(folder: string): string {
  const tables = ['hazards', 'incidents', 'inspections', 'drills', 'monthlyReports']
  return [
    `create table newest as
       select _workbook, arg_max(school_code, _made) as school,
         parse_dirpath(arg_max(filename, _made), 'both_slash') as folder
       from read_parquet('${folder}/*/profile.parquet', union_by_name => true, filename => true)
       group by _workbook`,
    'set variable folders = (select list(folder) from newest)',
    ...tables.map(
      (table) =>
        `create table ${table} as
           select school, rows.* from read_parquet(
             list_transform(getvariable('folders'), lambda each: each || '/${table}.parquet'),
             union_by_name => true
           ) as rows join newest using (_workbook)`,
    ),
  ].join(';\n')
}

/** Each gives rows of `key` and `count`, the key as the generator's own figures have it. */
export const COUNTY_QUERIES = {
  new: `select concat_ws(' ', 'new', school, category, level, strftime(found_on, '%Y-%m')) as key, count(*) as count
    from hazards group by all`,
  closed: `select concat_ws(' ', 'closed', school, strftime(closed_on, '%Y-%m')) as key, count(*) as count
    from hazards where state = '已销号' group by all`,
  open: `select concat_ws(' ', 'open', school, category) as key, count(*) as count
    from hazards where state <> '已销号' group by all`,
  overdue: `select concat_ws(' ', 'overdue', school) as key, count(*) as count
    from hazards where state <> '已销号' and coalesce(extension, due) < _made::date group by all`,
  // Whole fen: money is DECIMAL, so the sum is exact.
  fund: `select concat_ws(' ', 'fund', school) as key, (sum(fund) * 100)::bigint as count
    from hazards where done_on is not null group by all having sum(fund) > 0`,
  incidents: `select concat_ws(' ', 'incident', school, class6, strftime(occurred_at, '%Y-%m')) as key, count(*) as count
    from incidents group by all`,
  inspections: `select concat_ws(' ', 'inspection', school, kind, strftime(date, '%Y-%m')) as key, count(*) as count
    from inspections group by all`,
  drills: `select concat_ws(' ', 'drill', school, kind, strftime("at", '%Y-%m')) as key, count(*) as count
    from drills group by all`,
  drilled: `select concat_ws(' ', 'drilled', school) as key, sum(count) as count from drills group by all`,
  reportedOpen: `select concat_ws(' ', 'reported', 'open', school) as key, arg_max("open", month) as count
    from monthlyReports where sent_at is not null group by school having count > 0`,
  reportedOverdue: `select concat_ws(' ', 'reported', 'overdue', school) as key, arg_max(overdue, month) as count
    from monthlyReports where sent_at is not null group by school having count > 0`,
  sent: `select concat_ws(' ', 'sent', school, on_time) as key, count(*) as count
    from monthlyReports where sent_at is not null group by all`,
} as const
