import { choice, date, long, text } from '../column.ts'
import { defineTable } from '../table.ts'

export const dutyLibrary = defineTable({
  name: 'dutyLibrary',
  zh: '岗位职责库',
  en: 'Duties by post',
  group: 'organisation',
  tier: 'more',
  key: ['post'],
  shownBy: ['post'],
  columns: {
    post: text({
      zh: '岗位',
      en: 'Post',
      holds: 'label',
      required: true,
      synonyms: ['岗位名称', '职务', '工作岗位'],
      width: 130,
    }),
    kind: choice(
      [
        { zh: '校级', en: 'School leaders', also: ['校领导'] },
        { zh: '中层', en: 'Heads of offices', also: ['中层干部', '处室主任'] },
        { zh: '年级班级', en: 'Grades and classes', also: ['年级', '班级'] },
        { zh: '教师', en: 'Teachers', also: ['专任教师'] },
        { zh: '后勤', en: 'Logistics', also: ['工勤', '后勤人员'] },
        { zh: '安保', en: 'Security', also: ['保安', '安全保卫'] },
        { zh: '其他', en: 'Others' },
      ],
      { zh: '类别', en: 'Kind', required: true, synonyms: ['岗位类别'], width: 90 },
    ),
    job_duty: long({
      zh: '本职工作职责',
      en: 'Own work',
      holds: 'label',
      required: true,
      synonyms: ['本职工作', '业务职责', '岗位职责', '工作职责', '业务工作职责'],
      width: 260,
    }),
    safety_duty: long({
      zh: '安全工作职责',
      en: 'Safety duty',
      holds: 'label',
      required: true,
      synonyms: ['安全职责', '安全责任', '安全岗位职责'],
      hint: { zh: '一条一行，编上号。', en: 'One a line, numbered.' },
      width: 320,
    }),
    source: text({
      zh: '职责来源',
      en: 'Taken from',
      holds: 'label',
      synonyms: ['来源', '依据'],
      hint: {
        zh: '方案、岗位安全工作指南，或学校自定。',
        en: 'A plan, the national guide, or the school itself.',
      },
      width: 130,
    }),
    version: text({
      zh: '版本',
      en: 'Version',
      holds: 'label',
      required: true,
      initial: '1',
      synonyms: ['版本与生效日', '版本号'],
      width: 70,
    }),
    effective: date({ zh: '生效日', en: 'In force from', synonyms: ['生效日期', '实施日期'] }),
  },
})
