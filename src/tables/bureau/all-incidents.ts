import { choice, computed, date, integer, long, reference, text, time, yesno } from '../column.ts'
import { incidents } from '../school/incidents.ts'
import { defineTable } from '../table.ts'
import { received } from './received-column.ts'

const { columns } = incidents

const hurt = (zh: string, en: string, synonyms: readonly string[] = []) =>
  integer({ zh, en, synonyms, holds: 'count', fixed: true, min: 0, width: 70 })

/** Every school's incidents as numbers and choices: nobody is named and nothing is told in sentences. */
export const allIncidents = defineTable({
  name: 'allIncidents',
  zh: '事故汇总',
  en: 'Incidents of all schools',
  group: 'county',
  key: ['school', 'no'],
  shownBy: ['school', 'no'],
  columns: {
    school: reference('schools', { zh: '学校', en: 'School', required: true, fixed: true, width: 180 }),
    no: text({
      zh: '事故编号',
      en: 'Incident no.',
      holds: 'incident-number',
      required: true,
      fixed: true,
      synonyms: ['编号'],
      width: 150,
    }),
    times: received({
      ...columns.occurred_at,
      synonyms: ['发生/知悉/报局时间', '事故时间', '事发时间'],
    }),
    known_at: received(columns.known_at),
    reported_at: time({ zh: '报局时间', en: 'Reported to the bureau at', fixed: true }),
    type: received({ ...columns.type, synonyms: ['类型/场景', '事故类型', '类型'] }),
    scene: received(columns.scene),
    class6: received(columns.class6),
    confirmed: received(columns.state),
    cas: hurt('轻伤', 'Slightly hurt', ['伤亡(轻/中/重/亡)']),
    cas_medium: hurt('中度伤', 'Hurt'),
    cas_severe: hurt('重伤', 'Severely hurt'),
    cas_dead: hurt('死亡', 'Dead'),
    band: text({
      zh: '年级段',
      en: 'Grades',
      holds: 'plain',
      fixed: true,
      synonyms: ['年级段/性别'],
      width: 90,
    }),
    sex: text({ zh: '性别', en: 'Sex', holds: 'sex', fixed: true, width: 64 }),
    loss: received({ ...columns.loss_yuan, synonyms: ['财产损失', '直接经济损失'] }),
    via: reference('schools', {
      zh: '经哪所学校报来',
      en: 'Sent through',
      fixed: true,
      synonyms: ['报来渠道', '经由'],
      hint: { zh: '村小由中心校一并报来的，写中心校。', en: 'The central school that sent it along.' },
      width: 150,
    }),
    on_time: computed(
      yesno({
        zh: '报局是否按时',
        en: 'Reported in time',
        hint: {
          zh: '从知悉算起，按局参数的小时数；严重事故用更短的时限。',
          en: 'From when it was known, within the hours set for the bureau; severe ones have fewer.',
        },
        width: 100,
      }),
    ),
    nat_level: computed(
      choice(
        [
          { zh: '一般', en: 'Ordinary' },
          { zh: '较大', en: 'Considerable', alarm: true },
          { zh: '重大', en: 'Major', alarm: true },
          { zh: '特别重大', en: 'Extremely major', alarm: true },
        ],
        {
          zh: '生产安全事故等级',
          en: 'National level',
          hint: {
            zh: '按国务院令第 493 号第三条的死亡、重伤人数和直接经济损失推算，供参考。',
            en: 'By deaths, severe injuries and loss as in article 3 of decree 493; for orientation.',
          },
          width: 120,
        },
      ),
    ),
    handler: reference('sections', {
      zh: '处置科室',
      en: 'Section in charge',
      required: true,
      // Of an incident that has just come in nobody has been put in charge yet.
      awaited: true,
      synonyms: ['处置科室/领导', '处理科室'],
      hint: {
        zh: '分包科室、对口科室和业务科室一起参加调查，这里填牵头的。',
        en: 'The contracted, the linked and the business section look into it together; name the leading one.',
      },
      width: 130,
    }),
    leader: reference('bureauStaff', { zh: '处置领导', en: 'Leader in charge', privacy: 'P' }),
    progress: long({
      zh: '善后进度',
      en: 'Aftercare',
      holds: 'label',
      synonyms: ['善后/保险/调查进度', '善后'],
    }),
    insurance: text({ zh: '保险理赔', en: 'Insurance', holds: 'label', synonyms: ['保险'], width: 120 }),
    inquiry: text({ zh: '调查进度', en: 'Inquiry', holds: 'label', width: 140 }),
    closed: date({ zh: '结案', en: 'Closed on', synonyms: ['结案日期', '结案时间'] }),
  },
  checks: [
    {
      column: 'closed',
      problem: ({ closed, times }) =>
        closed !== null && times !== null && closed < times.slice(0, 10)
          ? 'incident.closed-before-occurred'
          : null,
    },
  ],
  requiredWhen: { progress: ({ closed }) => closed !== null },
})
