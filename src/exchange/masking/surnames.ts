/**
 * Surnames that name somebody wherever they stand before a form of address (王老师). Not all there are: rarer ones are
 * learnt from the workbook's own people.
 */
const PLAIN =
  '王李张刘陈杨赵黄吴徐孙胡朱林郭马罗梁宋郑谢韩唐冯董萧肖曹袁邓傅沈彭吕苏卢蒋蔡贾丁魏薛叶阎潘杜戴夏汪姜范石姚谭廖邹熊陆郝孔崔康毛邱秦江顾侯邵孟龙万雷汤尹黎武贺赖龚庞樊兰殷施陶洪翟颜倪严牛季鲁葛韦俞岳梅庄辛聂焦柴瞿阮莫裴祝柯'

/** Surnames that also end ordinary words (任何老师, 语文老师, 双方家长): they count only where no other word runs into them. */
const ALSO_WORDS = '周高何方钟余白程许常于任时全安从向和段关应成曾易章温金田文史乐路阳包代连管习'

const COMPOUND = [
  ...['欧阳', '上官', '司马', '诸葛', '夏侯', '东方', '皇甫', '尉迟', '公孙', '慕容'],
  ...['长孙', '宇文', '司徒', '令狐', '端木'],
]

export const plainSurnames: readonly string[] = [...PLAIN, ...COMPOUND]
export const surnamesLikeWords: readonly string[] = [...ALSO_WORDS]

/** The part of a name that stays when the rest is covered. */
export const surnameOf = (name: string): string => {
  const plain = name.replace(/[\s\u3000]+/g, '')
  return COMPOUND.find((compound) => plain.startsWith(compound) && plain.length > 2) ?? [...plain][0] ?? ''
}

/** 王某某 */
export const surnameOnly = (name: string): string => `${surnameOf(name)}某某`
