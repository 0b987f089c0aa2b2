import { listed } from './county-figures.ts'
import type { NamedSchool, PeriodFigures } from './period-figures.ts'

/** A bulletin names this many schools, no more: the rest stand in the tables. */
const NAMED = 10
const KINDS = 6

const counted = (pairs: readonly (readonly [what: string, n: number])[]): string =>
  pairs
    .filter(([what, n]) => what !== '' && n > 0)
    .slice(0, KINDS)
    .map(([what, n]) => `${what}${n}`)
    .join('、')

const named = (schools: readonly NamedSchool[], several: boolean): string =>
  listed(
    schools.map(({ name, months }) =>
      several ? `${name}（${months.map((month) => `${Number(month.slice(5))}月`).join('、')}）` : name,
    ),
    2 * NAMED,
  )

/** A period as a sentence says it: 2026年9月, 2026年第三季度. */
export function periodInWords(period: string): string {
  const quarter = /^(\d{4})-Q([1-4])$/.exec(period)
  if (quarter) return `${quarter[1]!}年第${'一二三四'[Number(quarter[2]) - 1]!}季度`
  return `${period.slice(0, 4)}年${Number(period.slice(5))}月`
}

const compared = (now: number, before: number, unit: string): string =>
  now === before ? '与上期持平' : `比上期${now > before ? '增加' : '减少'}${Math.abs(now - before)}${unit}`

/** The text a bulletin starts with, for people to go on from: our sentences around the county's own figures. */
export function bulletinDraft(period: string, figures: PeriodFigures): string {
  const { files, late, missing, hazards, before, towns, categories, majors, incidents, closing, overdue } =
    figures
  const several = figures.months.length > 1
  const best = closing.filter(({ rate }) => rate > 0).slice(0, NAMED)
  const [byCategory, byTown] = [categories, towns].map((list) =>
    counted(list.map(([what, { found }]) => [what, found] as const)),
  )
  const lines = [
    `现将${periodInWords(period)}全县（区）学校安全工作情况通报如下。`,
    `一、报送情况。应报数据文件${files.due}份，收到${files.come}份，按时${files.inTime}份。${
      late.length > 0 ? `迟报：${named(late, several)}。` : ''
    }${missing.length > 0 ? `未报：${named(missing, several)}。` : ''}${
      late.length + missing.length === 0 && files.due > 0 ? '各单位均按时报送。' : ''
    }`,
    `二、隐患排查治理。查出隐患${hazards.found}条，${compared(hazards.found, before.found, '条')}，其中重大隐患${hazards.major}条；销号${hazards.closed}条，尚未销号${hazards.open}条，其中逾期${hazards.overdue}条。${
      byCategory ? `按类别：${byCategory}。` : ''
    }${byTown ? `按乡镇（学区）：${byTown}。` : ''}${
      majors.length > 0 ? `未销号的重大隐患${majors.length}条，由分包领导挂牌督办。` : ''
    }`,
    `三、事故情况。发生事故${incidents.all}起，${compared(incidents.all, before.incidents, '起')}，其中认定为责任事故${incidents.fault}起；受伤${
      incidents.slight + incidents.medium + incidents.severe
    }人，死亡${incidents.dead}人。${incidents.types.length > 0 ? `按类型：${counted(incidents.types)}。` : ''}`,
    `四、排名与点名。${
      best.length > 0
        ? `当期查出隐患的整改率居前的：${best.map(({ name, rate }) => `${name}${rate}%`).join('、')}。`
        : closing.length > 0
          ? '当期查出的隐患都还没有销号。'
          : '当期没有查出隐患的单位，不作整改率排名。'
    }${
      overdue.length > 0
        ? `有逾期未整改隐患的：${listed(
            overdue.map(({ name, count }) => `${name}${count}条`),
            NAMED,
          )}。`
        : '没有逾期未整改的隐患。'
    }`,
    `五、下步要求。${[
      missing.length > 0 ? '未报单位立即补报，并说明原因。' : '',
      overdue.length > 0 ? '有逾期隐患的单位由主要负责人督办，限期整改，销号后报安稳办。' : '',
      majors.length > 0 ? '重大隐患整改到位前，落实人员看守、停用等防范措施。' : '',
      incidents.fault > 0 ? '发生责任事故的单位查明原因，落实整改，举一反三。' : '',
      '各学校坚持每周检查和节前检查，按时报送月报；各科室按季度到分包学校督查。',
    ].join('')}`,
  ]
  return lines.join('\n')
}
