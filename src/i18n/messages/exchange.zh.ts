/** What a file from outside is told to be, what an import would do, and what an export could not write. */
export const zh = {
  'problem.file.empty-file': '这个文件是空的（0 字节），请重新导出或重新复制一份。',
  'problem.file.truncated': '文件不完整，后面一截丢了，可能没有复制完。请重新复制或重新导出后再试。',
  'problem.file.damaged':
    '文件已损坏（{part}），为避免读错，没有导入任何内容。请用 Excel 或 WPS 打开后另存为 .xlsx 再试。',
  'problem.file.part-missing': '文件里缺少“{part}”，不完整。请用 Excel 或 WPS 打开后另存为 .xlsx 再试。',
  'problem.file.no-sheets': '这个文件里没有工作表，没有可以导入的内容。',
  'problem.file.no-rows': '这个文件里没有任何数据行，没有导入任何内容。',
  'problem.file.not-workbook': '这不是表格文件。请选择 Excel 工作簿（.xlsx）或 CSV 文件。',
  'problem.file.not-text': '看不出这是什么文件，里面不是文字。请选择 .xlsx 或 CSV 文件。',
  'problem.file.old-workbook': '这是旧的 .xls 格式。请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。',
  'problem.file.old-xml': '这是旧的 XML 表格。请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。',
  'problem.file.binary-workbook': '这是 .xlsb 格式。请用 Excel 打开，另存为 .xlsx 后再导入。',
  'problem.file.open-document': '这是 .ods 格式。请用 WPS 或 LibreOffice 打开，另存为 .xlsx 后再导入。',
  'problem.file.web-page':
    '这是网页，不是表格，只是名字像表格。请在浏览器或 Excel 中打开，另存为 .xlsx 后再导入。',
  'problem.file.pdf': '这是 PDF，读不出表格。请找原来的表格文件。',
  'problem.file.text-named-workbook':
    '这是文本文件，只是名字叫 .{extension}。请把扩展名改成 .csv 再导入，或用 Excel 打开后另存为 .xlsx。',
  'problem.file.password': '文件有打开密码。请输入密码。',
  'problem.file.wrong-password': '密码不对，请再输入一次，注意大小写和输入法。',
  'problem.file.old-encryption': '这种加密方式太旧，打不开。请用 Excel 或 WPS 打开，去掉密码后另存为 .xlsx。',
  'problem.file.changed-after-encryption':
    '密码是对的，但文件在加密之后被改动过或已损坏，没有导入任何内容。请重新要一份。',
  'problem.file.zip-password': '这是带密码的压缩包。请先解压，再选择里面的表格文件。',
  'problem.file.too-large': '文件超过 {limit} MB，太大了。请拆成几个文件再导入。',
  'problem.file.too-large-inside':
    '文件展开后超过 {limit} MB，太大了。请删掉用不着的工作表和空白格式后再试。',
  'problem.file.too-many-parts': '文件里的零件超过 {limit} 个，不像正常的表格，没有打开。',
  'problem.file.too-many-cells': '有内容的格子超过 {limit} 个，太多了。请拆成几个文件再导入。',
  'problem.file.too-many-rows': '超过 {limit} 行，太多了。请拆成几个文件再导入。',
  'problem.file.cell-too-long': '有一格的文字超过 {limit} 个字，不像正常的表格，没有打开。',
  'problem.file.bomb': '这个文件展开后会大得异常，可能是恶意文件，没有打开。',
  'problem.file.duplicate-part':
    '文件里有两个“{part}”，分不清哪个是真的，没有打开。请用 Excel 或 WPS 另存一份。',
  'problem.file.document-type': '文件（{part}）里有表格不该有的外部引用，可能是恶意文件，没有打开。',
  'problem.file.too-deep': '文件（{part}）的结构异常，可能是恶意文件，没有打开。',
  'problem.file.control-character':
    '文件（{part}）里有不允许的控制字符，已损坏。请用 Excel 或 WPS 打开后另存为 .xlsx 再试。',
  'problem.file.too-slow': '这个文件读了太久，已停止。请用 Excel 或 WPS 打开，只留需要的工作表，另存后再试。',
  'problem.file.worker-failed': '读写文件时出了意外，没有改动任何内容。请再试一次；仍不行就刷新页面。',
  'problem.file.stopped': '已停止，没有改动任何内容。',
  'problem.file.encoding-guessed': '文件没有写明文字编码，按 {encoding} 读取；如果文字不对，请换一种编码。',
  'problem.file.unreadable-characters':
    '从第 {row} 行起有认不出的字，显示为“�”。请换一种编码，或对照原文件补上。',
  'problem.file.unclosed-quote': '第 {row} 行有一个没有配对的引号，已当作普通字符，请核对这一行。',
  'problem.file.sheets-skipped': '这些工作表里没有格子（图表等），没有读取：{names}。',
  'problem.file.pictures-left-out': '有 {count} 张图片没有读取，只读了文字和数字。',
  'problem.file.comments-left-out': '批注没有读取，只读了格子里的内容。',
  'problem.file.macros-left-out': '文件里有宏，没有读取也没有运行。',
  'problem.file.outside-links': '文件里有指向外部的链接，没有打开，只保留了文字。',
  'problem.sheet.hidden': '“{sheet}”是隐藏的工作表，不会自动导入；需要时请勾选它。',
  'problem.sheet.merged':
    '“{sheet}”有 {count} 处合并单元格（如 {cell}），表头和各行都按合并的格子读取，请核对。',
  'problem.sheet.cell-left-out': '“{sheet}”有 {count} 格离表格太远或位置不对（如 {cell}），没有读取。',
  'problem.sheet.error-value': '“{sheet}”有 {count} 格是公式错误（如 {cell}），按文字读取，请改正后再导入。',
  'problem.sheet.formula-without-value':
    '“{sheet}”有 {count} 格公式没有计算结果（如 {cell}），按空白读取。请在 Excel 或 WPS 里打开并保存一次。',
  'problem.sheet.outside-formula':
    '“{sheet}”有 {count} 格公式引用网络或别的文件（如 {cell}），只读取上次的结果，没有联网。',
  'problem.sheet.no-such-date': '“{sheet}”有 {count} 格设成日期但没有这一天（如 {cell}），按数字读取。',
  'problem.sheet.time-without-date': '“{sheet}”有 {count} 格只有时刻没有日期（如 {cell}）。',
  'problem.sheet.numbers-as-dates':
    '“{sheet}”的 {column} 列标题是日期，但有 {count} 格是普通数字（如 {cell}），请核对导入后的日期。',
  'problem.sheet.dates-since-1904':
    '“{sheet}”的日期从 1904 年算起，{column} 列有 {count} 个数字（如 {cell}）已按此换成日期，请核对。',
  'problem.sheet.title-above': '“{sheet}”的表头在第 {row} 行，上面的标题和说明没有当作数据。',
  'problem.sheet.note-above': '“{sheet}”第 {row} 行的文字在表格之外，没有当作数据。',
  'problem.sheet.duplicate-heading': '“{sheet}”有 {count} 列都叫“{heading}”，请核对要用哪一列。',
  'problem.sheet.unnamed-columns': '“{sheet}”有 {count} 列没有标题，不会导入。',
  'problem.import.no-table':
    '没有找到能对上的表头，没有导入任何内容。请确认表格第一行（或标题下面一行）写着“姓名”“编号”这样的列名，或先选定要导入到哪张表。',
  'problem.import.no-rows': '表头下面没有数据行，没有导入任何内容。',
  'problem.import.all-rejected': '{count} 行都有问题，没有导入任何内容。请按下面的原因改好后再试。',
  'problem.import.sheet-not-recognised': '工作表“{sheet}”的表头对不上任何一张表，没有导入。',
  'problem.import.columns-left-out': '“{sheet}”里这些列没有对应的栏目，不会导入：{headings}。',
  'problem.import.columns-repeated': '“{sheet}”里这些列与前面的列是同一个栏目，只取前面一列：{headings}。',
  'problem.import.computed-column': '“{sheet}”的“{column}”由程序计算，文件里的数不导入。',
  'problem.import.footer-skipped': '“{sheet}”有 {count} 行是合计或签字行（如第 {row} 行），没有当作数据。',
  'problem.import.repeated-header': '“{sheet}”有 {count} 行是重复的表头（如第 {row} 行），没有当作数据。',
  'problem.import.row-outside-table':
    '“{sheet}”有 {count} 行的内容不在要导入的列里（如第 {row} 行），没有导入。',
  'problem.import.unknown-name':
    '“{sheet}”第 {row} 行“{column}”：没有找到“{name}”（共 {count} 处），已照原样保留并标出，登记这个名字后会自动对上。',
  'problem.import.ambiguous-name':
    '“{sheet}”的“{column}”有 {count} 处名字不止一个人（如第 {row} 行），已照原样保留并标出，请点开选定。',
  'problem.import.required-empty':
    '“{sheet}”有 {count} 行没有填“{column:label}”（如第 {row} 行），可以先导入，之后补上。',
  'problem.import.empty-left-alone':
    '“{sheet}”的“{column}”有 {count} 处空白（如第 {row} 行），原有内容保持不变。',
  'problem.import.long-number':
    '“{sheet}”的“{column}”有 {count} 个数字太长（如第 {row} 行），存成数字时末尾几位可能已丢失，请核对。',
  'problem.import.same-name':
    '“{sheet}”有 {count} 行将新增，但这里已有相同的“{column}”（如第 {row} 行），请确认不是同一人换了编号。',
  'problem.import.kept-invalid':
    '“{sheet}”的“{column}”有 {count} 处不合要求（如第 {row} 行），已照原样保留并标出。',
  'problem.import.closed-in-old-ledger':
    '“{sheet}”有 {count} 处隐患只有“{column}”、没有整改和复查的记录（如第 {row} 行），按旧台账已销号转入。',
  'problem.import.error-value': '这一格是公式错误 {value}，请在表格里改正。',
  'problem.import.duplicate-key':
    '文件里第 {rows} 行都是“{value}”，分不清以哪一行为准，都没有导入。请只留一行。',
  'problem.import.many-rows': '这里有几行都叫“{value}”，不知道要改哪一行。请在文件里加上编号。',
  'problem.import.made-by-program': '这张表由程序生成，不能导入新的行。',
  'problem.export.cell-cut':
    '“{sheet}”的 {cell} 文字超过 {limit} 个字，表格文件放不下，后面的没有写出。完整内容仍在程序里。',
} as const
