import { dutySentences } from './duty-sentences.ts'
import { ledgerSentences } from './ledger-sentences.ts'

/**
 * What a notice board reads where somebody wrote sentences. These are our own words: which of them stands there is
 * decided by what was chosen in the row, so that nothing anybody typed can reach it.
 */

/** What was chosen in a column of the row; empty when nothing was, or something was typed that is no choice. */
export type Chosen = (column: string) => string

type Sentence = string | ((chosen: Chosen) => string)

/** Where nothing better is known. */
export const UNTOLD = '所填内容不公开。'

/** Kinds of incident that the law for minors does not let a school make public, not even as having happened. */
const PROTECTED: ReadonlySet<string> = new Set(['自伤', '欺凌', '性侵害', '失踪出走'])

/** The kind of an incident as everybody may read it. */
export const openKind = (type: string): string => (PROTECTED.has(type) ? '不公开' : type)

const HAPPENED: Readonly<Record<string, string>> = {
  跌倒碰撞: '有人跌倒或与人、物相碰。',
  打架: '发生打架，已当场制止。',
  体育运动: '体育活动中有人受伤。',
  手工实验: '手工或实验操作中出现意外。',
  大扫除劳动: '打扫或劳动时出现意外。',
  设施损坏致伤: '设施损坏，致人受伤。',
  踩踏: '人多拥挤，秩序失控。',
  火灾: '发生火情。',
  触电: '发生触电。',
  溺水: '发生溺水。',
  交通: '发生交通事故。',
  食物中毒: '多人饭后不适，已按食品安全事故报告。',
  传染病: '出现传染病病例，已按规定报告。',
  突发疾病: '有人突发疾病。',
  外来侵害: '校外人员侵扰学校。',
  盗窃: '财物失窃。',
  设施损坏: '设施损坏。',
  网络安全: '网络或信息系统出现安全问题。',
  自然灾害: '受自然灾害影响。',
  其他: '发生其他安全事件。',
}

const JUDGED: Readonly<Record<string, string>> = {
  是: '经认定，有人没有尽到职责。',
  否: '经认定，有关人员尽到了职责。',
  待认定: '原因和责任正在认定。',
}

const DISCUSSED: Readonly<Record<string, string>> = {
  '安全稳定领导小组例会(月底)': '研究当月安全工作。',
  行政会: '研究学校行政和安全工作。',
  校长办公会: '研究学校重要安全事项。',
  教职工大会: '向全体教职工部署安全工作。',
  班主任会: '向班主任部署安全工作。',
  '专题研究(季)': '专题研究本季度安全工作。',
  调度会: '调度安全工作。',
  应急会: '研究应急处置。',
}

/** By table and column: every column of sentences in a table that goes on a notice. */
const SENTENCES: Readonly<Record<string, Readonly<Record<string, Sentence>>>> = {
  incidents: {
    narrative: (chosen) =>
      PROTECTED.has(chosen('type'))
        ? '涉及未成年人隐私，依法不公开。'
        : (HAPPENED[chosen('type')] ?? HAPPENED['其他']!),
    first_aid: (chosen) =>
      chosen('hospital_sent') === '是' ? '学校当场救护，并及时送医。' : '学校已当场处置。',
    cause: (chosen) => JUDGED[chosen('liability')] ?? JUDGED['待认定']!,
    lessons: (chosen) => (chosen('state') === '已认定' ? '已查明原因，按要求整改。' : '查明原因后落实整改。'),
    override_reason: '分类经会议研究后更正。',
  },
  meetings: {
    agenda: (chosen) => DISCUSSED[chosen('kind')] ?? '研究学校安全工作。',
    analysis: '已分析近期安全形势。',
    decisions: '议定事项已交有关部门落实。',
  },
  ...dutySentences,
  ...ledgerSentences,
  exports: { reason: '已写明带出原因。' },
}

/** Does somebody's text in this column have words of ours to stand for it? */
export const hasFixedSentence = (table: string, column: string): boolean =>
  SENTENCES[table]?.[column] !== undefined

export function fixedSentence(table: string, column: string, chosen: Chosen): string {
  const sentence = SENTENCES[table]?.[column] ?? UNTOLD
  return typeof sentence === 'string' ? sentence : sentence(chosen)
}
