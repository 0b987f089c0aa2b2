import { choice, choices, date, long, reference, steps, text, time, yesno } from '../column.ts'
import { defineTable } from '../table.ts'

/** Nobody knows where the pupil is: parents are told, and the time is written down. */
const isMissing = ({ reason }: { readonly reason: string | null }): boolean =>
  reason === '未知' || reason === '擅自离校' || reason === '疑似失联'

export const absences = defineTable({
  name: 'absences',
  zh: '缺勤追踪',
  en: 'Absence follow-up',
  group: 'duty',
  when: { plan: 'dutyWeek' },
  key: ['date', 'class', 'pupil_code'],
  shownBy: ['date', 'class', 'pupil_code'],
  columns: {
    date: date({ zh: '日期', en: 'Date', required: true, synonyms: ['缺勤日期', '缺课日期', '发病时间'] }),
    class: reference('classes', {
      zh: '班级',
      en: 'Class',
      required: true,
      synonyms: ['班别', '班级名称'],
      width: 110,
    }),
    pupil_code: text({
      zh: '学生(编号)',
      en: 'Pupil (number)',
      required: true,
      privacy: 'P',
      holds: 'pupil-code',
      synonyms: ['学生', '学号', '座号', '学生编号', '编号'],
      hint: {
        zh: '写班内座号或学号，不要写身份证号。',
        en: 'The number in class, never of the identity card.',
      },
      width: 100,
    }),
    pupil_name: text({
      zh: '姓名',
      en: 'Name',
      privacy: 'S',
      holds: 'pupil-name',
      synonyms: ['学生姓名'],
      hint: { zh: '有编号就可以不写姓名。', en: 'Not needed beside the number.' },
      width: 90,
    }),
    reason: choice(
      [
        { zh: '病假', en: 'Ill', also: ['病', '因病'] },
        { zh: '事假', en: 'Leave', also: ['事'] },
        { zh: '迟到', en: 'Late' },
        { zh: '未知', en: 'Unknown', also: ['原因不明', '待查'] },
        { zh: '擅自离校', en: 'Left without leave', also: ['逃课', '旷课'] },
        { zh: '疑似失联', en: 'Cannot be reached', also: ['失联'], alarm: true },
      ],
      {
        zh: '缺勤原因',
        en: 'Reason',
        required: true,
        privacy: 'S',
        holds: 'health',
        synonyms: ['原因', '缺课原因', '请假原因'],
        width: 90,
      },
    ),
    symptom: choices(
      [
        { zh: '发热', en: 'Fever', also: ['发烧'] },
        { zh: '皮疹', en: 'Rash', also: ['疱疹'] },
        { zh: '腹泻', en: 'Diarrhoea', also: ['拉肚子'] },
        { zh: '呕吐', en: 'Vomiting', also: ['恶心'] },
        { zh: '黄疸', en: 'Jaundice' },
        { zh: '咳嗽', en: 'Cough' },
        { zh: '结膜充血', en: 'Red eyes', also: ['红眼'] },
        { zh: '腮腺肿大', en: 'Swollen glands', also: ['腮腺炎'] },
        { zh: '其他', en: 'Other' },
      ],
      {
        zh: '主要症状',
        en: 'Symptoms',
        privacy: 'S',
        holds: 'health',
        synonyms: ['症状', '病症'],
        width: 130,
      },
    ),
    parent_told: time({
      zh: '通知家长时间',
      en: 'Parents told at',
      synonyms: ['联系家长时间', '告知家长时间'],
    }),
    channel: choice(
      [
        { zh: '电话', en: 'Telephone' },
        { zh: '家访', en: 'Visit' },
        { zh: '微信', en: 'Message', also: ['短信', '钉钉'] },
      ],
      { zh: '联系方式', en: 'By', synonyms: ['通知方式'], width: 80 },
    ),
    track: long({
      zh: '追踪情况',
      en: 'Follow-up',
      required: true,
      synonyms: ['跟踪情况', '追踪', '跟踪记录', '就诊情况'],
    }),
    reported: yesno({
      zh: '是否报告学校',
      en: 'School told',
      required: true,
      initial: true,
      synonyms: ['已报告学校', '报告学校'],
      width: 100,
    }),
    confirmed_by: reference('staff', {
      zh: '确认人',
      en: 'Confirmed by',
      required: true,
      privacy: 'P',
      synonyms: ['追踪人', '班主任'],
      hint: {
        zh: '查清去向后由班主任填上自己的名字。',
        en: 'The homeroom teacher, once it is known where the pupil is.',
      },
      width: 100,
    }),
    returned: date({ zh: '返校日期', en: 'Back on', synonyms: ['返校时间', '复课日期', '到校日期'] }),
    cluster: steps({ zh: '聚集预警', en: 'Cluster', width: 180, holds: 'health' }),
  },
  checks: [
    {
      column: 'returned',
      problem: (row) => (row.returned && row.date && row.returned < row.date ? 'absence.back-before' : null),
    },
    {
      column: 'pupil_code',
      problem: (row) =>
        row.pupil_code && /^\d{17}[\dXx]$/.test(row.pupil_code.replace(/\s/g, ''))
          ? 'absence.identity-number'
          : null,
    },
  ],
  requiredWhen: {
    symptom: (row) => row.reason === '病假',
    parent_told: isMissing,
  },
})
