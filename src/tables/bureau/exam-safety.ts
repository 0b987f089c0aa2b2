import { choice, date, file, long, reference, references, text } from '../column.ts'
import { defineTable } from '../table.ts'

export const examSafety = defineTable({
  name: 'examSafety',
  zh: '考试与招生安全任务',
  en: 'Exam safety',
  group: 'ledger',
  tier: 'more',
  key: ['exam', 'date'],
  shownBy: ['exam', 'date'],
  columns: {
    exam: text({
      zh: '考试',
      en: 'Exam',
      holds: 'label',
      required: true,
      synonyms: ['考试名称', '任务'],
      width: 160,
    }),
    date: date({ zh: '日期', en: 'Date', required: true, synonyms: ['考试日期', '时间'] }),
    dept: reference('sections', {
      zh: '责任科室',
      en: 'Section',
      required: true,
      synonyms: ['牵头科室'],
      width: 130,
    }),
    secrecy: choice(
      [
        { zh: '无试卷', en: 'No papers' },
        { zh: '已落实', en: 'Kept secret', note: '专库专柜、双人双锁、全程监控' },
        { zh: '有问题', en: 'Something wrong', alarm: true },
      ],
      { zh: '试卷保密', en: 'Secrecy of papers', required: true, synonyms: ['保密'], width: 100 },
    ),
    sites: references('schools', {
      zh: '考点学校',
      en: 'Held at',
      required: true,
      synonyms: ['考点'],
      width: 200,
    }),
    plan: file({ zh: '预案/值班', en: 'Plan and duty', required: true, synonyms: ['预案', '值班表'] }),
    issue: long({ zh: '异常', en: 'What went wrong', holds: 'label', synonyms: ['异常情况'] }),
  },
  requiredWhen: { issue: ({ secrecy }) => secrecy === '有问题' },
})
