import { choice, computed, date, file, integer, reference, text, type Option } from '../column.ts'
import { defineTable } from '../table.ts'

/** What a school has boxes for. */
const kinds = [
  { zh: '基本情况', en: 'The school' },
  { zh: '组织管理', en: 'Organisation', also: ['组织机构'] },
  { zh: '责任状', en: 'Pledges' },
  { zh: '安全制度', en: 'Rules', also: ['规章制度'] },
  { zh: '上级来文', en: 'Directives', also: ['上级文件'] },
  { zh: '计划总结', en: 'Plans and summaries' },
  { zh: '安全教育', en: 'Safety education' },
  { zh: '应急预案演练', en: 'Plans and drills', also: ['应急预案', '应急演练'] },
  { zh: '值班值周', en: 'Duty', also: ['值班记录'] },
  { zh: '检查与隐患', en: 'Inspections and hazards', also: ['隐患排查'] },
  { zh: '专项整治', en: 'Campaigns' },
  { zh: '事故', en: 'Incidents' },
  { zh: '会议', en: 'Meetings', also: ['会议记录'] },
  { zh: '月报通报', en: 'Monthly reports', also: ['报送资料'] },
  { zh: '考核奖惩', en: 'Assessment' },
  { zh: '舆情信访', en: 'Opinion and petitions' },
] as const satisfies readonly Option[]

/** A box of the archive, at a school and at its bureau: what there are boxes for, and who keeps them, differ. */
export const archiveColumns = <const K extends readonly Option[], P extends string>(
  kinds: K,
  to: { readonly people: P },
) =>
  ({
    no: text({
      zh: '档案号',
      en: 'No.',
      holds: 'label',
      required: true,
      synonyms: ['编号', '卷号', '盒号'],
      hint: { zh: '不填时自动编号。', en: 'Numbered by itself when left empty.' },
      width: 110,
    }),
    year: text({
      zh: '年度',
      en: 'Year',
      holds: 'label',
      required: true,
      synonyms: ['年份', '归档年度'],
      hint: { zh: '写成 2026。', en: 'Written 2026.' },
      width: 70,
    }),
    kind: choice(kinds, {
      zh: '类别',
      en: 'Kind',
      required: true,
      synonyms: ['档案类别', '案卷类别'],
      width: 120,
    }),
    title: text({
      zh: '题名',
      en: 'Title',
      holds: 'label',
      required: true,
      synonyms: ['案卷题名', '档案名称', '名称'],
      width: 200,
    }),
    source: computed(
      text({ zh: '来源表', en: 'From tables', holds: 'label', synonyms: ['来源表/行数'], width: 180 }),
    ),
    source_rows: computed(integer({ zh: '来源行数', en: 'Rows there', width: 90 })),
    date: date({ zh: '形成日期', en: 'Made on', required: true, synonyms: ['归档日期'] }),
    owner: reference(to.people, {
      zh: '责任者',
      en: 'Kept by',
      required: true,
      privacy: 'P',
      synonyms: ['责任人', '归档人'],
    }),
    keep: choice(
      [
        { zh: '永久', en: 'For ever' },
        { zh: '30年', en: '30 years' },
        { zh: '10年', en: '10 years' },
        { zh: '5年', en: '5 years' },
      ],
      { zh: '保管期限', en: 'Kept for', required: true, synonyms: ['保存期限'], width: 90 },
    ),
    where: text({ zh: '存放位置', en: 'Where', holds: 'label', synonyms: ['存放地点', '位置'], width: 120 }),
    file: file({ zh: '文件', en: 'File', synonyms: ['电子文件'] }),
    complete: computed(text({ zh: '齐全性', en: 'Complete', holds: 'label', width: 200 })),
  }) as const

export const archiveChecks = [
  {
    column: 'year',
    problem: (row: { readonly year: string | null }) =>
      row.year && !/^(19|20|21)\d\d$/.test(row.year) ? 'archive.year' : null,
  },
] as const

export const archives = defineTable({
  name: 'archives',
  zh: '档案目录',
  en: 'Archive index',
  group: 'ledger',
  tier: 'more',
  key: ['no'],
  shownBy: ['no', 'title'],
  columns: archiveColumns(kinds, { people: 'staff' }),
  checks: archiveChecks,
})
