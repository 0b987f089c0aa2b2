import type { zh } from './exchange.zh.ts'

export const en: Record<keyof typeof zh, string> = {
  'problem.file.empty-file': 'The file is empty (0 bytes): export or copy it again.',
  'problem.file.truncated': 'The file is cut off, perhaps while it was copied: copy or export it again.',
  'problem.file.damaged':
    'The file is damaged ({part}) and was not read, so that nothing wrong comes in. Open it in Excel or WPS, save it as .xlsx and try again.',
  'problem.file.part-missing':
    'The part “{part}” is missing from the file. Open it in Excel or WPS, save it as .xlsx and try again.',
  'problem.file.no-sheets': 'There is no sheet in this file, so there is nothing to import.',
  'problem.file.no-rows': 'There is no row of data in this file; nothing was imported.',
  'problem.file.not-workbook': 'This is not a spreadsheet. Choose an Excel workbook (.xlsx) or a CSV file.',
  'problem.file.not-text': 'This file holds no text that could be read. Choose an .xlsx or CSV file.',
  'problem.file.old-workbook':
    'This is the old .xls format. Open it in Excel or WPS, save it as .xlsx and import that.',
  'problem.file.old-xml':
    'This is an old XML spreadsheet. Open it in Excel or WPS, save it as .xlsx and import that.',
  'problem.file.binary-workbook':
    'This is an .xlsb file. Open it in Excel, save it as .xlsx and import that.',
  'problem.file.open-document':
    'This is an .ods file. Open it in LibreOffice or WPS, save it as .xlsx and import that.',
  'problem.file.web-page':
    'This is a web page under a spreadsheet’s name. Open it in Excel, save it as .xlsx and import that.',
  'problem.file.pdf': 'This is a PDF: ask for the spreadsheet it was made from.',
  'problem.file.text-named-workbook':
    'This is a text file named .{extension}. Rename it to .csv, or open it in Excel and save it as .xlsx.',
  'problem.file.password': 'The file has a password. Please enter it.',
  'problem.file.wrong-password': 'The password is wrong. Try again, and mind capitals and the input method.',
  'problem.file.old-encryption':
    'This kind of encryption is too old to be opened here. Open the file in Excel or WPS and save it without the password.',
  'problem.file.changed-after-encryption':
    'The password is right, but the file was changed or damaged after it was encrypted. Ask for a new copy.',
  'problem.file.zip-password':
    'This is a zip file with a password. Unpack it and choose the spreadsheet in it.',
  'problem.file.too-large': 'The file is larger than {limit} MB. Split it and import the parts.',
  'problem.file.too-large-inside':
    'Unpacked, the file is larger than {limit} MB. Delete sheets and formatting that are not needed.',
  'problem.file.too-many-parts':
    'The file has more than {limit} parts, which no ordinary spreadsheet has. It was not opened.',
  'problem.file.too-many-cells': 'More than {limit} cells are filled. Split the file and import the parts.',
  'problem.file.too-many-rows': 'There are more than {limit} rows. Split the file and import the parts.',
  'problem.file.cell-too-long':
    'One cell holds more than {limit} characters, which no ordinary spreadsheet does. It was not opened.',
  'problem.file.bomb':
    'Unpacked, this file would be abnormally large. It may be malicious and was not opened.',
  'problem.file.duplicate-part':
    'The file has two parts named “{part}”, so nobody can say which is meant. Save it again in Excel or WPS.',
  'problem.file.document-type':
    'The file ({part}) holds references that no spreadsheet needs. It may be malicious and was not opened.',
  'problem.file.too-deep': 'The file ({part}) is built abnormally. It may be malicious and was not opened.',
  'problem.file.control-character':
    'The file ({part}) holds control characters that are not allowed. Open it in Excel or WPS, save it as .xlsx and try again.',
  'problem.file.too-slow':
    'Reading the file took too long and was stopped. Open it in Excel or WPS, keep the sheets you need, and save it again.',
  'problem.file.worker-failed':
    'Something unexpected happened to the file; nothing was changed. Try again, or reload the page.',
  'problem.file.stopped': 'Stopped; nothing was changed.',
  'problem.file.encoding-guessed':
    'The file does not say how its text is encoded; it was read as {encoding}. Choose another if the text looks wrong.',
  'problem.file.unreadable-characters':
    'From row {row} on some characters cannot be read and are shown as “�”. Choose another encoding or correct them.',
  'problem.file.unclosed-quote':
    'In row {row} a quotation mark is not closed; it is taken as an ordinary character. Please check that row.',
  'problem.file.sheets-skipped':
    'These sheets hold no cells (charts and the like) and were left out: {names}.',
  'problem.file.pictures-left-out':
    '{count} {count|picture was|pictures were} left out; only text and numbers were read.',
  'problem.file.comments-left-out': 'Comments were left out; only what stands in cells was read.',
  'problem.file.macros-left-out': 'The macros in the file were neither read nor run.',
  'problem.file.outside-links': 'Links to outside were not followed; only their text was read.',
  'problem.sheet.hidden': '“{sheet}” is a hidden sheet and is not imported unless you tick it.',
  'problem.sheet.merged':
    '“{sheet}” has {count} merged {count|area|areas} (such as {cell}); headings and rows are read as if each cell under them held the same.',
  'problem.sheet.cell-left-out':
    'In “{sheet}” {count} {count|cell stands|cells stand} far from the table or nowhere (such as {cell}) and {count|was|were} left out.',
  'problem.sheet.error-value':
    'In “{sheet}” {count} {count|cell holds|cells hold} formula errors (such as {cell}), read as text. Please correct them.',
  'problem.sheet.formula-without-value':
    'In “{sheet}” {count} {count|formula has|formulas have} no result (such as {cell}) and {count|was|were} read as empty. Open and save the file in Excel or WPS once.',
  'problem.sheet.outside-formula':
    'In “{sheet}” {count} {count|formula refers|formulas refer} to the network or other files (such as {cell}); only their last result was read.',
  'problem.sheet.no-such-date':
    'In “{sheet}” {count} {count|cell is|cells are} formatted as dates that do not exist (such as {cell}) and {count|was|were} read as numbers.',
  'problem.sheet.time-without-date':
    'In “{sheet}” {count} {count|cell holds|cells hold} a time without a date (such as {cell}).',
  'problem.sheet.numbers-as-dates':
    'Column {column} of “{sheet}” is headed as a date but holds {count} plain {count|number|numbers} (such as {cell}). Check the dates after the import.',
  'problem.sheet.dates-since-1904':
    'Dates in “{sheet}” count from 1904; {count} {count|number|numbers} in column {column} (such as {cell}) were turned into dates. Please check.',
  'problem.sheet.title-above':
    'In “{sheet}” the headings stand in row {row}; the lines above were not taken as data.',
  'problem.sheet.note-above':
    'The text in row {row} of “{sheet}” stands outside the table and was not taken as data.',
  'problem.sheet.duplicate-heading':
    'In “{sheet}” {count} {count|column is|columns are} headed “{heading}”. Check which one is meant.',
  'problem.sheet.unnamed-columns':
    'In “{sheet}” {count} {count|column has|columns have} no heading and {count|is|are} not imported.',
  'problem.import.no-table':
    'No heading could be matched, so nothing was imported. Make sure that a row of headings stands above the data, or choose the table first.',
  'problem.import.no-rows': 'There is no row of data below the headings; nothing was imported.',
  'problem.import.all-rejected':
    'All {count} {count|row was|rows were} turned away and nothing was imported. Correct them as told below and try again.',
  'problem.import.sheet-not-recognised': 'The headings of sheet “{sheet}” fit no table; it is not imported.',
  'problem.import.columns-left-out':
    'These columns of “{sheet}” have no counterpart and are not imported: {headings}.',
  'problem.import.columns-repeated':
    'These columns of “{sheet}” mean the same as earlier ones, which are taken instead: {headings}.',
  'problem.import.computed-column':
    '“{column}” in “{sheet}” is computed by the program; what the file says is not imported.',
  'problem.import.footer-skipped':
    'In “{sheet}” {count} {count|row is|rows are} sums or signatures (such as row {row}) and {count|was|were} passed over.',
  'problem.import.repeated-header':
    'In “{sheet}” {count} {count|row repeats|rows repeat} the headings (such as row {row}) and {count|was|were} passed over.',
  'problem.import.row-outside-table':
    'In “{sheet}” {count} {count|row holds|rows hold} nothing in the imported columns (such as row {row}) and {count|was|were} passed over.',
  'problem.import.unknown-name':
    '“{sheet}”, row {row}, “{column}”: “{name}” is not known ({count} {count|time|times}). It is kept as typed and marked, and will fit once the name is added.',
  'problem.import.ambiguous-name':
    'In “{column}” of “{sheet}” {count} {count|name means|names mean} more than one row (such as row {row}). They are kept as typed and marked: pick the right one.',
  'problem.import.required-empty':
    'In “{sheet}” {count} {count|row lacks|rows lack} “{column:label}” (such as row {row}). They can be imported and completed later.',
  'problem.import.empty-left-alone':
    '“{column}” is empty in {count} {count|row|rows} of “{sheet}” (such as row {row}); what is here is left as it is.',
  'problem.import.long-number':
    '“{column}” of “{sheet}” holds {count} very long {count|number|numbers} (such as row {row}) whose last digits may already be lost. Please check.',
  'problem.import.same-name':
    '{count} {count|row|rows} of “{sheet}” will be added though their “{column}” is already here (such as row {row}). Make sure they are not the same under another number.',
  'problem.import.kept-invalid':
    '“{column}” of “{sheet}” has {count} {count|cell|cells} that {count|does|do} not fit (such as row {row}); they are kept as typed and marked.',
  'problem.import.closed-in-old-ledger':
    '{count} {count|hazard|hazards} of “{sheet}” {count|has|have} “{column}” and nothing about how it was put right (such as row {row}); taken over as closed in the old ledger.',
  'problem.import.error-value': 'The cell holds the formula error {value}. Correct it in the file.',
  'problem.import.duplicate-key':
    'Rows {rows} of the file all say “{value}”, so none of them was imported. Keep only one.',
  'problem.import.many-rows':
    'Several rows here are called “{value}”, so nobody can say which is meant. Add their numbers to the file.',
  'problem.import.made-by-program':
    'The rows of this table are made by the program; new ones cannot be imported.',
  'problem.export.cell-cut':
    'The text of {cell} in “{sheet}” is longer than the {limit} characters a spreadsheet can hold and was cut in the file. Here it is whole.',
}
