/** What a notice board reads of duty and attendance, by table and column. */
export const dutySentences: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  dutyLog: {
    issues: '值周中发现的问题已经登记。',
    handled: '问题已按要求处理。',
  },
  weeklySummaries: {
    class_review: '本周已检查各班出勤。',
    summary: '本周值周工作已经总结。',
    problems: '存在的问题已经汇总。',
    advice: '已提出改进建议。',
  },
  holidayDuty: { log: '已按安排值班，并做好记录。' },
  patrols: { text: '已按要求巡查并登记。' },
}
