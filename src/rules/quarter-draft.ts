/** The text a quarterly summary starts with, for people to go on from: our sentences around the school's own figures. */
export interface QuarterDraft {
  readonly done: string
  readonly problems: string
  readonly next: string
}

export function quarterDraft(facts: {
  readonly stats: string
  /** Hazards that are still open, as the ledger words them. */
  readonly open: readonly { readonly area: string; readonly content: string; readonly overdue: boolean }[]
  readonly repeated: number
}): QuarterDraft {
  const overdue = facts.open.filter((hazard) => hazard.overdue)
  const named = facts.open.slice(0, 5).map(({ area, content }) => `${area}：${content}`)
  return {
    done: `本季度按“及时排查、各负其责”的要求开展隐患排查整治：${facts.stats}。`,
    problems: [
      facts.open.length === 0
        ? '本季度查出的隐患已全部销号。'
        : `还有 ${facts.open.length} 处没有销号，其中 ${overdue.length} 处已超过整改时限。`,
      ...(facts.repeated > 0 ? [`有 ${facts.repeated} 处是同一部位反复出现的。`] : []),
      ...(named.length > 0 ? [`主要有：${named.join('；')}。`] : []),
    ].join(''),
    next: [
      ...(overdue.length > 0 ? ['对逾期的隐患由分管领导督办，限期整改。'] : []),
      ...(facts.repeated > 0 ? ['对反复出现的部位加密检查，查明原因。'] : []),
      '继续做好每周检查和节前检查，按时报送月报。',
    ].join(''),
  }
}
