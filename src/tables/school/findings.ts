import { choice, computed, file, long, number, reference, text } from '../column.ts'
import { defineTable } from '../table.ts'
import { classLabels, findingLabels } from './incident-choices.ts'

export const findings = defineTable({
  name: 'findings',
  zh: '事故责任认定',
  en: 'Responsibility findings',
  group: 'incident',
  key: ['incident', 'person'],
  shownBy: ['incident', 'person'],
  columns: {
    incident: reference('incidents', {
      zh: '事故',
      en: 'Incident',
      required: true,
      synonyms: ['事故编号', '所属事故'],
      width: 150,
    }),
    person: reference('staff', {
      zh: '责任人',
      en: 'Person',
      privacy: 'P',
      synonyms: ['责任人姓名', '姓名', '责任教师'],
      hint: {
        zh: '校内填班主任，课堂填当堂教师，设施填分包的后勤人员。',
        en: 'Homeroom teacher, teacher of the lesson, or the logistics person in charge of the area.',
      },
      width: 100,
    }),
    department: reference('departments', {
      zh: '责任部门',
      en: 'Department',
      synonyms: ['责任处室'],
      hint: {
        zh: '查不到具体责任人时填，事故记在这个部门的条线上。',
        en: 'Only when nobody can be named: the incident then counts for this department.',
      },
      width: 110,
    }),
    capacity: choice(
      [
        { zh: '班主任', en: 'Homeroom teacher' },
        { zh: '当堂科任教师', en: 'Teacher of the lesson', also: ['科任教师', '任课教师'] },
        { zh: '后勤人员', en: 'Logistics staff', also: ['后勤'] },
        { zh: '值周人员', en: 'On duty week', also: ['值周教师'] },
        { zh: '活动组织者', en: 'Organiser' },
        { zh: '其他', en: 'Other' },
      ],
      { zh: '责任身份', en: 'Capacity', required: true, synonyms: ['身份', '责任人身份'], width: 110 },
    ),
    should_be_there: choice(
      [
        { zh: '是', en: 'Yes' },
        { zh: '否', en: 'No' },
        { zh: '不适用', en: 'Not applicable' },
      ],
      { zh: '应当在场', en: 'Should be there', required: true, synonyms: ['是否应当在场'], width: 90 },
    ),
    was_there: choice(
      [
        { zh: '是', en: 'Yes' },
        { zh: '否', en: 'No' },
        { zh: '不适用', en: 'Not applicable' },
      ],
      { zh: '实际在场', en: 'Was there', required: true, synonyms: ['是否在场', '是否实际在场'], width: 90 },
    ),
    educated: choice(
      [
        { zh: '是', en: 'Yes' },
        { zh: '否', en: 'No' },
        { zh: '待查', en: 'To be checked' },
      ],
      {
        zh: '教育到位',
        en: 'Pupils were taught',
        required: true,
        synonyms: ['教育是否到位', '是否教育到位'],
        width: 90,
      },
    ),
    guided: choice(
      [
        { zh: '是', en: 'Yes' },
        { zh: '否', en: 'No' },
        { zh: '待查', en: 'To be checked' },
      ],
      {
        zh: '指导(检查、管理)到位',
        en: 'Guidance was given',
        required: true,
        synonyms: ['指导到位', '检查到位', '管理到位', '指导是否到位'],
        width: 150,
      },
    ),
    absent_post: choice(
      [
        { zh: '是', en: 'Yes' },
        { zh: '否', en: 'No' },
      ],
      {
        zh: '疏忽或擅离岗位',
        en: 'Negligent or off post',
        synonyms: ['擅离岗位', '是否擅离岗位'],
        hint: { zh: '后勤人员必填。', en: 'Required for logistics staff.' },
        width: 120,
      },
    ),
    finding: computed(choice(findingLabels, { zh: '认定结果', en: 'Finding', width: 90 })),
    override: choice(findingLabels, {
      zh: '人工更正',
      en: 'Finding by hand',
      hint: { zh: '更正要写原因，并填认定会议。', en: 'Needs a reason and the meeting that decided.' },
      width: 90,
    }),
    override_reason: text({ zh: '更正原因', en: 'Reason for correction', holds: 'narrative', width: 160 }),
    share: number({
      zh: '责任比例%',
      en: 'Share %',
      min: 0,
      max: 100,
      synonyms: ['责任比例'],
      hint: { zh: '只有规则设为“按比例分担”时才用。', en: 'Used only when the rules split points by share.' },
      width: 90,
    }),
    class6: computed(choice(classLabels, { zh: '该人适用小类', en: 'Class for this person', width: 160 })),
    points: computed(number({ zh: '扣分', en: 'Points', width: 70 })),
    evidence: file({ zh: '证据', en: 'Evidence' }),
    appeal: long({ zh: '本人意见/申诉', en: 'Own view or appeal', synonyms: ['本人意见', '申诉'] }),
    decided: reference('meetings', {
      zh: '认定会议',
      en: 'Decided at',
      synonyms: ['认定人/会议'],
      width: 180,
    }),
    decided_by: reference('staff', { zh: '认定人', en: 'Decided by', privacy: 'P', width: 90 }),
  },
  requiredWhen: {
    person: (row) => row.department === null,
    absent_post: (row) => row.capacity === '后勤人员',
    override_reason: (row) => row.override !== null,
    decided: (row) => row.override !== null,
  },
})
