/** 中心校：收下属学校（村小、教学点）的报告，一并报教育局。 */
export const zh = {
  'ui.empty.villageSchools':
    '有村小、教学点经本校报送的，在这里列出。学校代码要和它们自己填的一样，收文件时靠它对上；也可以直接收文件，从文件里加。',
  'about.below': '下属学校的报告',
  'about.below-is': '连同下属学校 {count} 所的报告，原样带上，各是它自己的签名。',
  'problem.report.below-missing':
    '“{school}”的“{file}”不在这台电脑上，这次没有带上。请重新收一次那份文件，再导出。',
  'problem.reception.own-school': '这是本校自己的报告。这里只收下属学校的；要报送请用“导出 → 报教育局”。',
  'ui.reception.teach-below':
    '把村小、教学点报来的文件一起放进来：按学校代码认出是哪所，原样留存。本校“报教育局”导出时一并带上，每份仍是它自己的签名。',
  'ui.reception.privacy-below': '报告里已没有学生姓名；带出去的不会比下属学校报来的更多。',
  'ui.reception.keeping': '正在留存',
  'ui.reception.done-below': '收下 {reports} 份，本校报教育局时一并带上。',
  'ui.reception.who-below': '下属学校谁报了，谁没报',
  'ui.reception.no-schools-below': '还没有下属学校。先录入，或直接收文件、从文件里加。',
  'ui.reception.to-schools-below': '看下属学校',
  'ui.reception.add-schools-below': '把没列出的下属学校加进去（{count} 所）',
  'ui.reception.reminder-below':
    '【催报】{month}安全月报，请在 {due} 前报到中心校。还没有报来的 {count} 所：{schools}。请从双责簿选“报教育局”导出后发来。',
  'ui.reception.below': '随中心校未到 {count} 所',
  'ui.reception.through': '经{school}报来。',
  'ui.reception.parent-unsaid': '名录里还没填它的上级中心校，收下就填成{school}。',
  'ui.reception.doubt.other-parent':
    '名录里它的上级中心校不是{school}，这份却是经{school}报来的。请核对后改名录，或确认仍要收下。',
  'ui.reception.doubt.new-school-below': '下属学校里没有代码 {code}。收下就把“{school}”加进去。',
  'ui.reception.lost-why': '登记过，但文件不在这台电脑上；收下就补上。',
  'ui.reception.older-below': '已有这所学校更新的报告，只补登记，不再往上带。',
  'ui.reception.edited-below': '只收学校签名的原件，改动不算；要改请让它在自己的工作簿里改好再报。',
  'problem.reception.plain-below':
    '不是用双责簿“报教育局”导出的，没有签名的报告可以带上。请让学校用双责簿导出再发。',
  'ui.reception.whole-below':
    '这是那所学校的整本数据，含学生和教职工信息，本校不应保存，没有收。请退回并删除，让学校选“报教育局”导出。',
} as const
