import type { Random } from './messy-random.ts'
import type { RawCell } from './plain-xlsx.ts'
import type { ValueKind } from './messy-words.ts'

/** A cell as it looks and as a spreadsheet program keeps it. */
export interface MessyCell {
  readonly shown: string
  readonly raw: RawCell
}

export const KNOWN_PEOPLE =
  '张建国 李秀英 王芳 刘洋 陈静 杨帆 赵敏 黄海燕 周明 吴桂兰 徐强 孙丽 马超 朱红 胡军 郭亮'.split(' ')
const OTHER_PEOPLE =
  '何晓东 高翔 林玉梅 罗成 郑爽 梁家辉 宋佳 欧阳雪 唐伟 韩梅梅 冯刚 于洁 董文 程亮 曹颖 袁媛'.split(' ')
export const DEPARTMENTS = '教导处 总务处 德育处 办公室 安保处 少先队 后勤组'.split(' ')
const PUPILS = '小明 小红 李子涵 王梓轩 张一诺 陈思远 刘雨桐 赵佳怡 周浩然 吴欣妍'.split(' ')
const PLACES =
  '教学楼三楼走廊 操场 食堂 一楼楼梯口 科学实验室 校门口 男厕所 宿舍楼201 体育馆 三（2）班教室'.split(' ')
const WORDS: Partial<Record<ValueKind, readonly string[]>> = {
  sex: ['男', '女'],
  subject: ['语文', '数学', '英语', '体育', '三年级语文', '科学', '音乐、美术'],
  posts: ['任课教师', '班主任', '班主任、任课教师', '教导主任', '门卫', '校医', '食堂工作人员'],
  employment: ['在编', '合同制', '临聘', '外包', '编制内', '事业编'],
  status: ['在岗', '在职', '请假', '产假', '借调'],
  nation: ['汉族', '回族', '党员', '群众'],
  degree: ['本科', '大专', '一级教师', '高级教师'],
  address: ['城关镇建设路12号', '阳光小区3栋2单元501', '河西村'],
  scene: ['课堂', '校内(非课堂)', '课间', '食堂', '校外集体活动', '上学途中', '宿舍'],
  'incident-type': ['跌倒碰撞', '摔伤', '打架斗殴', '体育运动', '突发疾病', '设施损坏', '其他'],
  story: [
    '课间追逐打闹，不慎摔倒，左膝擦伤。',
    '体育课跳马时落地不稳，右手腕骨折，当即送医。',
    '两名学生因争抢篮球发生推搡，其中一人额头碰伤。',
    '放学下楼梯时踩空，扭伤脚踝',
    '上实验课时试管破裂，手指划伤。班主任立即处理。',
  ],
  'injury-level': ['轻微', '轻微', '中度', '严重', '皮外伤', '骨折等', '轻伤'],
  measure: [
    '立即送校医室包扎，通知家长',
    '冷敷并观察，告知班主任和家长',
    '拨打120送县医院',
    '批评教育，双方家长和解',
  ],
  cause: ['学生安全意识不强', '地面湿滑未及时清理', '课间值守不到位', '器材老化'],
  hospital: ['县人民医院', '市二院', '镇卫生院', '中医院'],
  injury: ['膝盖擦伤', '右手腕骨折', '额头淤青', '脚踝扭伤', '手指划伤2厘米'],
  role: ['受伤者', '肇事者', '目击者', '伤者'],
  who: ['学生', '教师', '家长', '外来人员'],
  capacity: ['班主任', '科任教师', '后勤人员', '值周教师', '当堂科任教师'],
  checked: ['是', '否', '待查', '是'],
  'place-kind': ['教室', '实验室', '操场', '食堂', '卫生间', '楼道', '校门', '配电室'],
  often: ['每日', '每周', '每月', '每学期'],
  'department-kind': ['处室', '年级组', '教研组', '后勤班组'],
  line: ['教育教学', '德育', '总务后勤', '安全保卫', '后勤', '安保'],
  'meeting-kind': ['行政会', '安全例会', '班主任会', '校长办公会', '全体教职工会', '调度会'],
  agenda: [
    '传达上级文件精神，布置本月安全工作',
    '研究第三季度隐患整改',
    '通报事故情况，部署假期安全',
    '学习《中小学幼儿园安全管理办法》',
  ],
  weather: ['晴', '阴', '小雨'],
  remark: ['', '', '', '新调入', '情况属实', '无', '待补充'],
  blank: [''],
}

const wide = (text: string) =>
  text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0))

const two = (n: number) => String(n).padStart(2, '0')

interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

const serialOf = ({ year, month, day }: Day) => Date.UTC(year, month - 1, day) / 86_400_000 + 25_569

/** Ten ways to write a day as text, and three formats of a real date. */
const DATE_TEXTS: readonly ((day: Day) => string)[] = [
  ({ year, month, day }) => `${year}-${two(month)}-${two(day)}`,
  ({ year, month, day }) => `${year}-${month}-${day}`,
  ({ year, month, day }) => `${year}/${month}/${day}`,
  ({ year, month, day }) => `${year}.${month}.${day}`,
  ({ year, month, day }) => `${year}年${month}月${day}日`,
  ({ year, month, day }) => wide(`${year}`) + '年' + wide(`${month}`) + '月' + wide(`${day}`) + '日',
  ({ year, month, day }) => `${String(year).slice(2)}/${month}/${day}`,
  ({ year, month, day }) => `${year}${two(month)}${two(day)}`,
  ({ year, month, day }) => `${year}年${two(month)}月${two(day)}日`,
  ({ year, month, day }) => `${year}－${month}－${day}`,
]
const DATE_FORMATS: readonly (readonly [string, (day: Day) => string])[] = [
  ['yyyy/m/d', ({ year, month, day }) => `${year}/${month}/${day}`],
  ['yyyy"年"m"月"d"日"', ({ year, month, day }) => `${year}年${month}月${day}日`],
  ['yyyy\\-mm\\-dd', ({ year, month, day }) => `${year}-${two(month)}-${two(day)}`],
]
const CLOCKS: readonly ((hour: number, minute: number) => string)[] = [
  (h, m) => `${two(h)}:${two(m)}`,
  (h, m) => `${h}:${two(m)}`,
  (h, m) => `${h}时${m}分`,
  (h, m) => `${h < 12 ? '上午' : '下午'}${h > 12 ? h - 12 : h}:${two(m)}`,
  (h, m) => `${h}点${two(m)}分`,
  (h, m) => wide(`${two(h)}:${two(m)}`),
]

/** The habits of whoever keeps one ledger; now and then a row breaks them. */
export class Habits {
  readonly #random: Random
  readonly #date: number
  readonly #clock: number
  readonly #yes: readonly [string, string]
  readonly #serial: number
  #count = 0
  #day: Day = { year: 2026, month: 9, day: 1 }

  constructor(
    random: Random,
    readonly isText: boolean,
  ) {
    this.#random = random
    this.#date = random.below(DATE_TEXTS.length)
    this.#clock = random.below(CLOCKS.length)
    this.#serial = isText ? 0 : random.pick([0, 0, 0.9, 0.5])
    this.#yes = random.pick([
      ['是', '否'],
      ['√', '×'],
      ['有', '无'],
      ['Y', 'N'],
      ['1', '0'],
    ])
  }

  nextRow() {
    this.#count++
    this.#day = { year: 2026, month: 9 + this.#random.below(2), day: 1 + this.#random.below(28) }
  }

  cell(kind: ValueKind): MessyCell {
    const random = this.#random
    const text = (shown: string): MessyCell => ({ shown, raw: shown === '' ? null : shown })
    // A cell may stay empty; what tells the row is always there.
    const words = WORDS[kind]
    if (words) return text(this.#untidy(random.pick(words)))
    switch (kind) {
      case 'counted':
        return this.#number(this.#count)
      case 'staff-number':
        return this.#staffNumber()
      case 'person':
        return text(this.#name(random.pick(random.chance(0.5) ? KNOWN_PEOPLE : OTHER_PEOPLE)))
      case 'people':
        return text(
          [random.pick(KNOWN_PEOPLE), random.pick(OTHER_PEOPLE), random.pick(KNOWN_PEOPLE)].join(
            random.pick(['、', '，', ',', ' 、']),
          ),
        )
      case 'pupil':
        return text(random.pick(PUPILS))
      case 'department':
        return text(this.#untidy(random.pick(DEPARTMENTS)))
      case 'phone':
        return this.#phone()
      case 'identity':
        return this.#identity()
      case 'date':
        return this.#date_({
          year: 2005 + random.below(20),
          month: 1 + random.below(12),
          day: 1 + random.below(28),
        })
      case 'date-after':
        return random.chance(0.3) ? text('') : this.#date_({ ...this.#day, month: 11 })
      case 'moment':
        return this.#moment(7 + random.below(8))
      case 'moment-after':
        return random.chance(0.3) ? text('') : this.#moment(15 + random.below(3))
      case 'yes-no':
        return text(random.pick(this.#yes))
      case 'class':
        return text(
          random.pick([
            '三年级2班',
            '三（2）班',
            '五年级1班',
            '六(3)班',
            '一年级一班',
            '八年级4班',
            '四年级３班',
          ]),
        )
      case 'grade':
        return text(random.pick(['一年级', '三年级', '六年级', '七年级', '5', '四']))
      case 'pupil-count':
        return this.#number(30 + random.below(20))
      case 'small-count':
        return random.chance(0.2) ? text('') : this.#number(random.below(15))
      case 'place':
        return text(random.pick(PLACES))
      case 'incident-number':
        return text(`SG-2026${two(this.#day.month)}${two(this.#day.day)}-${two(this.#count)}`)
      case 'pupil-code':
        return random.chance(0.5) ? text(`0${2600 + this.#count}`) : this.#number(260_100 + this.#count)
      case 'money':
        return this.#money()
      default:
        throw new RangeError(`no values of kind ${kind}`)
    }
  }

  #number(n: number): MessyCell {
    const shown = String(n)
    if (this.isText || this.#random.chance(0.15)) {
      const typed = this.#random.chance(0.2) ? wide(shown) : shown
      return { shown: typed, raw: typed }
    }
    return { shown, raw: n }
  }

  /** Trailing and full-width spaces, as they stand in half of all ledgers. */
  #untidy(text: string): string {
    if (text === '' || this.#random.chance(0.92)) return text
    return this.#random.pick([`${text} `, ` ${text}`, `${text}\u3000`])
  }

  #name(name: string): string {
    if (name.length === 2 && this.#random.chance(0.25))
      return `${name[0]}${this.#random.pick([' ', '　', '  '])}${name[1]}`
    return this.#untidy(name)
  }

  #staffNumber(): MessyCell {
    const n = 100 + this.#count
    if (this.isText) return { shown: `0${n}`, raw: `0${n}` }
    return this.#random.pick<MessyCell>([
      { shown: `00${n}`, raw: { number: n, format: '00000' } },
      { shown: `0${n}`, raw: `0${n}` },
      { shown: `T${n}`, raw: `T${n}` },
      { shown: wide(`T${n}`), raw: wide(`T${n}`) },
    ])
  }

  #phone(): MessyCell {
    const digits = `13${this.#random.below(10)}${String(10_000_000 + this.#random.below(89_999_999))}`
    if (!this.isText && this.#random.chance(0.5)) return { shown: digits, raw: Number(digits) }
    const typed = this.#random.pick([
      digits,
      digits,
      `${digits.slice(0, 3)}-${digits.slice(3, 7)}-${digits.slice(7)}`,
      wide(digits),
    ])
    return { shown: typed, raw: typed }
  }

  #identity(): MessyCell {
    const digits = `4201061985${two(1 + this.#random.below(12))}${two(1 + this.#random.below(28))}00${10 + this.#random.below(89)}`
    if (!this.isText && this.#random.chance(0.3)) {
      const [mantissa = '', exponent = ''] = Number(digits).toExponential(5).split('e')
      return { shown: `${mantissa.replace(/\.?0+$/, '')}E${exponent}`, raw: Number(digits) }
    }
    return { shown: digits, raw: digits }
  }

  #date_(day: Day): MessyCell {
    if (this.#random.chance(this.#serial)) {
      const [format, write] = DATE_FORMATS[this.#date % DATE_FORMATS.length]!
      return { shown: write(day), raw: { number: serialOf(day), format } }
    }
    const near = Math.abs(day.year - 2026) < 10
    const style = this.#random.chance(0.85) ? this.#date : this.#random.below(DATE_TEXTS.length)
    const shown = DATE_TEXTS[style === 6 && !near ? 2 : style]!(day)
    return { shown, raw: shown }
  }

  #moment(hour: number): MessyCell {
    const day = this.#day
    const minute = this.#random.below(60)
    if (this.#random.chance(this.#serial)) {
      const [format, write] = DATE_FORMATS[this.#date % DATE_FORMATS.length]!
      const number = serialOf(day) + (hour * 60 + minute) / 1440
      return { shown: `${write(day)} ${hour}:${two(minute)}`, raw: { number, format: `${format} h:mm` } }
    }
    const style = this.#random.chance(0.85) ? this.#date : this.#random.below(DATE_TEXTS.length)
    const clock = this.#random.chance(0.85) ? this.#clock : this.#random.below(CLOCKS.length)
    const shown = `${DATE_TEXTS[style]!(day)}${this.#random.pick([' ', ' ', '  '])}${CLOCKS[clock]!(hour, minute)}`
    return { shown, raw: shown }
  }

  #money(): MessyCell {
    const yuan = this.#random.below(3000)
    if (!this.isText && this.#random.chance(0.6)) {
      if (this.#random.chance(0.5)) return { shown: String(yuan), raw: yuan }
      const cents = `${String(yuan).replace(/\B(?=(\d{3})+$)/g, ',')}.00`
      return { shown: cents, raw: { number: yuan, format: '#,##0.00' } }
    }
    const shown = this.#random.pick([
      `${yuan}`,
      `${yuan}元`,
      wide(`${yuan}`),
      `￥${yuan}`,
      yuan ? `${yuan}.50` : '0',
    ])
    return { shown, raw: shown }
  }
}
