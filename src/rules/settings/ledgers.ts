import { choiceSetting, numberSetting, yesNoSetting } from './setting.ts'

const group = '报送'
const checks = '检查'

/** Deadlines of the ledgers: petitions, public opinion, activities, drills, meetings. */
export const ledgerSettings = {
  'petition.noticeDays': numberSetting({
    group,
    default: 15,
    min: 1,
    max: 60,
    basis: '信访工作条例：收到之日起 15 日内告知是否受理',
  }),
  'petition.closeDays': numberSetting({
    group,
    default: 60,
    min: 1,
    max: 365,
    basis: '信访工作条例：60 日内办结',
  }),
  'petition.extendDays': numberSetting({
    group,
    default: 30,
    max: 365,
    basis: '信访工作条例：情况复杂的可以延长，不超过 30 日',
  }),
  'petition.days': choiceSetting(['natural', 'work'], {
    group,
    default: 'natural',
    basis: '信访工作条例写“日”，没有写工作日',
  }),
  'petition.groupSize': numberSetting({
    group,
    default: 5,
    min: 2,
    max: 100,
    basis: '信访工作条例：5 人以上为集体访',
  }),
  'opinion.feedHours': numberSetting({
    group,
    default: 24,
    min: 1,
    max: 720,
    basis: '方案六：接到舆情后尽快核实并反馈（P6-23），未写多少小时',
  }),
  'opinion.sensitiveHours': numberSetting({
    group,
    default: 2,
    min: 1,
    max: 720,
    basis: '方案六：敏感或较大的启动预案（P6-23），未写多少小时',
  }),
  'activity.leadDays': numberSetting({
    group: checks,
    default: 5,
    max: 60,
    basis: '方案一、二：谁主办谁负责，先审批（P1-10、P2-05），未写提前几天；按工作日',
  }),
  'activity.offCampusDays': numberSetting({
    group: checks,
    default: 10,
    max: 60,
    basis: '方案一、二：谁主办谁负责，先审批（P1-10、P2-05），未写提前几天；按工作日',
  }),
  'drill.period': choiceSetting(['bySchool', 'month', 'quarter'], {
    group: checks,
    default: 'bySchool',
    basis: '应急疏散演练指南：中小学每月、幼儿园每季度至少一次',
  }),
  'drill.tabletop': yesNoSetting({
    group: checks,
    default: false,
    basis: '应急疏散演练指南要求疏散，没有写桌面推演算不算',
  }),
  'drill.seconds': numberSetting({
    group: checks,
    default: 180,
    min: 10,
    max: 3600,
    basis: '应急疏散演练指南：一般 2 分钟以内，小学可以到 3 分钟',
  }),
  'meeting.window': numberSetting({
    group: checks,
    default: 7,
    min: 1,
    max: 31,
    basis: '方案三：每月月底召开例会（P3-12），未写哪几天',
  }),
  'programme.weeks': numberSetting({
    group: checks,
    default: 2,
    min: 1,
    max: 10,
    basis: '方案四：计划归入档案（P4-30），未写开学几周内制定',
  }),
  'dept.weight': numberSetting({
    group: '扣分',
    default: 0,
    max: 100,
    basis: '方案二：部门每学期考核一次（P2-13），未写与学期得分怎样合并',
  }),
} as const
