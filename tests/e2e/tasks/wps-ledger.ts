/**
 * What the same costs in a ledger kept in WPS, counted cell by cell, by keys alone and always in favour of the ledger: it
 * is open, its sheets and columns are ready, the cell in hand is where the work begins, nobody ever mistypes, and a
 * Chinese character is one stroke (it takes two to six). One stroke is one key, one chord or one character, as in
 * the program's own count.
 */
export interface Strokes {
  readonly what: string
  readonly strokes: number
}

const sum = (list: readonly Strokes[]): number => list.reduce((total, { strokes }) => total + strokes, 0)

/** Typed, and left with Tab or Enter. */
const cell = (text: string, what = text): Strokes => ({ what, strokes: [...text].length + 1 })
/** Left as it is. */
const pass = (cells: number, what: string): Strokes => ({ what, strokes: cells })
const keys = (strokes: number, what: string): Strokes => ({ what, strokes })
/** Ctrl+; puts today's date in. */
const today = keys(2, 'Ctrl+; Tab')

/** Twelve classes, a row a class and day: 日期 班级 应到 实到(公式) 病假 事假 不明. Three classes have somebody absent. */
export const attendance = [
  keys(13, 'the twelve rows of yesterday chosen: Up, Shift+Space, Shift+Up ×11'),
  keys(4, 'copied below: Ctrl+C, Ctrl+Down, Down, Ctrl+V'),
  keys(15, 'today in all of them: Ctrl+;, Enter, Up, Shift+Down ×11, Ctrl+D'),
  keys(4, 'to the first count: Tab ×4'),
  keys(14, "yesterday's absences cleared: Shift+Down ×11, Shift+Right ×2, Delete"),
  keys(1 + 2, 'class 2: Down, 2, Enter (which goes on to class 3)'),
  keys(2 + 1 + 2, 'class 5: Down ×2, Right, 1, Enter'),
  keys(3 + 1 + 2, 'class 9: Down ×3, Right, 1, Enter'),
  keys(1, 'the sheet of follow-ups: Ctrl+PageDown'),
  ...[today, cell('五(1)班'), cell('未知')],
]

/** The row of yesterday copied, and what is another today written over. */
export const dutyLog = [
  keys(4, 'Shift+Space, Ctrl+C, Down, Ctrl+V'),
  today,
  pass(4, '周次, 天气, 值周领导, 值周教师 as yesterday'),
  keys(2, 'the numbers looked up in the sheet of attendance: Ctrl+PageDown, Ctrl+PageUp'),
  ...[pass(1, '教师应到'), cell('40'), pass(1, '学生应到'), cell('496'), cell('4'), cell('未完')],
  pass(5, '课间, 间操, 点名, 清校, 清校时间 as yesterday'),
  ...[cell('异常'), pass(4, '巡查次数, 可疑人员, 周边事件, 午休食堂')],
  ...[cell('西门围栏松动'), cell('已设警示并报修')],
]

/** A new row of the ledger; its number is only a running one. */
export const hazard = [
  ...[cell('27', '序号'), today, cell('值周'), cell('余晓岚'), cell('操场'), cell('体育器械')],
  ...[cell('单杠螺丝松动'), cell('一般')],
  pass(3, '判定依据, 可能后果, 临时措施 empty'),
  ...[cell('停用并拧紧'), pass(1, '经费'), cell('总务处'), cell('贺长庚'), pass(1, '督办')],
  cell('3/24', '整改期限, reckoned in the head'),
]

/** One row in the ledger, one for the injured pupil, and the four reports with their deadlines reckoned in the head. */
export const incident = [
  ...[cell('SG-03', '编号'), cell('3/10 9:00', '发生时间'), cell('3/10 9:00', '知悉时间')],
  ...[cell('课堂'), cell('体育运动'), cell('较严重', '等级, looked up in the plan')],
  ...[cell('罗来顺', '责任人'), cell('科任教师')],
  ...[cell('9:05', '报处室'), cell('9:15', '报副校长'), cell('9:25', '报校长'), cell('9:05', '通知家长')],
  keys(1, 'the sheet of persons: Ctrl+PageDown'),
  ...[cell('SG-03'), cell('受伤者'), cell('学生'), cell('中度')],
]

/** Five sheets in which something may be due, each filtered by its state; then to the row. */
export const due = [
  keys(5 * 1, 'Ctrl+PageDown to each of 隐患, 月报, 责任状, 检查, 值周日志'),
  keys(5 * 1, 'the column of the state: End or Ctrl+arrow'),
  keys(5 * 5, 'its filter: Ctrl+Up, Alt+Down, Down, Space, Enter'),
  keys(2, 'to the first row that is shown, and its date compared'),
]

export const WPS = {
  attendance: sum(attendance),
  dutyLog: sum(dutyLog),
  hazard: sum(hazard),
  incident: sum(incident),
  due: sum(due),
} as const
