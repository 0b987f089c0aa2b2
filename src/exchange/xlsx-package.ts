import { inQuotes, inXml, xmlDocument } from './xml-write.ts'
import type { ZipPart } from './zip-write.ts'

/** A finished sheet and its place in the workbook. */
export interface FinishedSheet {
  readonly name: string
  readonly xml: Uint8Array
  readonly state?: 'hidden' | 'veryHidden'
  /** The rows that are printed on each page. */
  readonly titles?: string
}

export interface WorkbookContent {
  readonly sheets: readonly FinishedSheet[]
  readonly styles: string
  readonly texts: Uint8Array
  readonly title: string
}

const MAKER = '双责簿 Dutybook'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006'
const RELATIONS = `${DOCUMENT}/relationships`
const CONTENT = 'application/vnd.openxmlformats-'
const SPREADSHEET = `${CONTENT}officedocument.spreadsheetml`

const partOf = (at: number): string => `worksheets/sheet${at + 1}.xml`

/** What the part of the sheet is called that stands at this place, from 0. */
export const sheetPart = (at: number): string => `xl/${partOf(at)}`

/** The parts of a workbook file, with what tells a reader which part is what. */
export function workbookParts({ sheets, styles, texts, title }: WorkbookContent): ZipPart[] {
  const named = sheets.map((sheet, at) => ({ ...sheet, part: partOf(at) }))
  return [
    { name: '[Content_Types].xml', bytes: xmlDocument(contentTypes(named.map(({ part }) => part))) },
    {
      name: '_rels/.rels',
      bytes: relations([
        [`${RELATIONS}/officeDocument`, 'xl/workbook.xml'],
        [`${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
        [`${RELATIONS}/extended-properties`, 'docProps/app.xml'],
      ]),
    },
    { name: 'docProps/core.xml', bytes: xmlDocument(coreProperties(title)) },
    { name: 'docProps/app.xml', bytes: xmlDocument(`<Properties xmlns="${DOCUMENT}/extended-properties"/>`) },
    { name: 'xl/workbook.xml', bytes: xmlDocument(workbook(sheets)) },
    {
      name: 'xl/_rels/workbook.xml.rels',
      bytes: relations([
        ...named.map(({ part }) => [`${RELATIONS}/worksheet`, part] as const),
        [`${RELATIONS}/styles`, 'styles.xml'],
        [`${RELATIONS}/sharedStrings`, 'sharedStrings.xml'],
      ]),
    },
    { name: 'xl/styles.xml', bytes: xmlDocument(styles) },
    { name: 'xl/sharedStrings.xml', bytes: texts },
    ...named.map(({ part, xml }) => ({ name: `xl/${part}`, bytes: xml })),
  ]
}

function contentTypes(sheets: readonly string[]): string {
  const types: (readonly [part: string, type: string])[] = [
    ['xl/workbook.xml', `${SPREADSHEET}.sheet.main+xml`],
    ...sheets.map((part) => [`xl/${part}`, `${SPREADSHEET}.worksheet+xml`] as const),
    ['xl/styles.xml', `${SPREADSHEET}.styles+xml`],
    ['xl/sharedStrings.xml', `${SPREADSHEET}.sharedStrings+xml`],
    ['docProps/core.xml', `${CONTENT}package.core-properties+xml`],
    ['docProps/app.xml', `${CONTENT}officedocument.extended-properties+xml`],
  ]
  return (
    `<Types xmlns="${PACKAGE}/content-types">` +
    `<Default Extension="rels" ContentType="${CONTENT}package.relationships+xml"/>` +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    types.map(([part, type]) => `<Override PartName="/${part}" ContentType="${type}"/>`).join('') +
    '</Types>'
  )
}

function relations(list: readonly (readonly [type: string, target: string])[]): Uint8Array {
  const each = list.map(
    ([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${type}" Target="${target}"/>`,
  )
  return xmlDocument(`<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`)
}

function coreProperties(title: string): string {
  const now = new Date().toISOString().replace(/\.\d+Z$/, 'Z')
  return (
    `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
    `<dc:title>${inXml(title)}</dc:title><dc:creator>${MAKER}</dc:creator>` +
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${now}</dcterms:modified></cp:coreProperties>`
  )
}

function workbook(sheets: readonly FinishedSheet[]): string {
  // The related part of each sheet comes first in the list of relations, in the same order.
  const list = sheets.map(({ name, state }, at) => {
    const seen = state ? ` state="${state}"` : ''
    return `<sheet name="${inQuotes(name)}" sheetId="${at + 1}"${seen} r:id="rId${at + 1}"/>`
  })
  const titles = sheets.flatMap(({ titles }, at) =>
    titles === undefined
      ? []
      : `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${inXml(titles)}</definedName>`,
  )
  return (
    `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">` +
    '<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="16384" windowHeight="8192" activeTab="0"/></bookViews>' +
    `<sheets>${list.join('')}</sheets>` +
    (titles.length > 0 ? `<definedNames>${titles.join('')}</definedNames>` : '') +
    // Values stand beside the formulas; whoever opens the file reckons them again all the same.
    '<calcPr calcId="0" fullCalcOnLoad="1"/></workbook>'
  )
}
