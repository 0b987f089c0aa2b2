/** What a notice board reads of the ledgers, by table and column. */
export const ledgerSentences: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  training: { score: '已组织考核。' },
  safetyLessons: { content: '已按计划对学生进行安全教育。' },
  drills: {
    log: '按预案组织了演练。',
    problems: '演练中的问题已经汇总。',
    measures: '已提出改进措施。',
  },
  activities: {
    transport: '交通工具和资质已核查。',
    risk: '活动风险已评估。',
    after: '活动已总结。',
  },
  opinions: {
    text: '学校收到与安全稳定有关的反映。',
    action: '学校已核实情况并作出回应。',
  },
  petitions: {
    text: '学校收到来信来访。',
    reply: '已按规定答复。',
  },
  feedback: { text: '收到对学校安全工作的意见建议。' },
  directives: {
    asks: '已传达上级要求。',
    done: '已按要求办理。',
  },
  programmes: { body: '已制定安全工作的计划或总结。' },
  todos: { what: '一项待办事项。' },
}
