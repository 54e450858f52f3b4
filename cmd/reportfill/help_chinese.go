package main

import "reportfill/fill"

// helpText is a text of the commands' help in the language.
func helpText(text string, l fill.Language) string {
	if zh, ok := chineseHelp[text]; ok && l == fill.Chinese {
		return zh
	}
	return text
}

// chineseHelp holds the help of commands, arguments and flags in Chinese, by the
// English that stands beside them.
var chineseHelp = map[string]string{
	description:                    "找出报告草稿中的每个 X，核对数据，填入文中。",
	"Show context-sensitive help.": "显示帮助。",
	"Language of messages: zh or en. The default follows LANG.": "提示语言：zh 或 en。默认随 LANG。",

	"Serve the API.":                                 "启动服务（API 和网页）。",
	"List the placeholders of a draft.":              "列出草稿中的占位符。",
	"Check values without filling them in.":          "校验数据，不生成文档。",
	"Fill values into a draft.":                      "把数据填入草稿。",
	"Make many reports at once, as a zip.":           "一次生成多份报告，打包为 zip。",
	"Read the values of a filled document back.":     "从已填好的文档中读回数据。",
	"Hold a fields file against its draft.":          "核对字段文件与草稿。",
	"Carry the fields over to a changed draft.":      "把字段沿用到改动后的草稿。",
	"Make, list and revoke tokens.":                  "生成、列出和撤销令牌。",
	"Make a token and show it, once.":                "生成令牌，只显示一次。",
	"List the tokens.":                               "列出令牌。",
	"End a token.":                                   "撤销令牌。",
	"Copy the SQLite database of a running service.": "备份 SQLite 数据库，服务可照常运行。",
	"Check a copy and put it into a folder.":         "核对备份，并恢复到目录中。",
	"Ask a running service whether it is well.":      "查询服务是否正常。",
	"Print the version.":                             "显示版本。",

	"A .docx, or the name of a template.":                                           ".docx 文件，或模板名称。",
	"The draft that has the fields: a .docx, or the name of a template.":            "已有字段的草稿：.docx 文件，或模板名称。",
	"The changed draft, a .docx.":                                                   "改动后的草稿，.docx 文件。",
	"The values, JSON: by name, or an array by order.":                              "数据，JSON 文件：按字段名给出，或按顺序的数组。",
	"One report a row: .xlsx, .csv, a JSON array, or NDJSON; - for standard input.": "数据表，每行一份报告：.xlsx、.csv、JSON 数组或 NDJSON；- 为标准输入。",
	"The fields file (YAML or JSON), as --fields.":                                  "字段文件（YAML 或 JSON），同 --fields。",
	"The filled .docx.":                                    "已填好的 .docx 文件。",
	"A copy that reportfill backup made.":                  "reportfill backup 生成的备份。",
	"The copy to make. No file of that name may be there.": "要生成的备份文件，不能与现有文件同名。",
	"The id of the token, as token list shows it.":         "令牌编号，见 reportfill token list。",

	"The .docx to write; - for standard output.":                                                     "要生成的 .docx 文件；- 为标准输出。",
	"The .zip to write; - for standard output.":                                                      "要生成的 .zip 文件；- 为标准输出。",
	"The JSON to write; - for standard output.":                                                      "要生成的 JSON 文件；- 为标准输出。",
	"The file to write; - for standard output.":                                                      "要写入的文件；- 为标准输出。",
	"The fields file to write; - for standard output, where the report then goes to standard error.": "要写入的字段文件；- 为标准输出，此时对比结果改写到标准错误。",
	"Print JSON.":                                       "以 JSON 显示。",
	"Print the report as JSON.":                         "以 JSON 显示对比结果。",
	"Print what POST /api/v1/scan answers.":             "显示与 POST /api/v1/scan 相同的 JSON。",
	"Print a fields file for the author to go on with.": "显示字段文件，供编写者继续修改。",
	"Take the doubtful placeholders as fields as well.": "存疑的占位符也列为字段。",
	"What becomes of missing values: error, keep (the X stays, highlighted) or blank.": "缺少数据时：error（报错）、keep（保留 X 并突出显示）或 blank（留空）。",
	"Names of the documents, such as {city}.docx, by fields and {row}.":                "文件名样式，如 {city}.docx，可用字段名和 {row}（行号）。",
	"How the rows are held: auto, xlsx, csv, json or ndjson.":                          "数据表的格式：auto、xlsx、csv、json 或 ndjson。",
	"Rows of one batch.":                    "一批最多的行数。",
	"The template that it was filled from.": "填写所用的模板。",
	"The draft that it was filled from.":    "填写所用的草稿。",
	"Fields file of the draft (YAML or JSON). Without it the fields are x1, x2, …":                          "草稿的字段文件（YAML 或 JSON）。不给出时，字段为 x1、x2……",
	"Last year's finished .docx, or its values (JSON): warns of figures that look like a slip beside them.": "上年定稿的 .docx 或其数据（JSON）：与之相比像是笔误的数据会提醒。",

	"Folder of the SQLite database.":                     "SQLite 数据库所在的目录。",
	"PostgreSQL URL (postgres://…), in place of --data.": "PostgreSQL 地址（postgres://…），代替 --data。",
	"Parts of a .docx.":                                  ".docx 中部件的最多个数。",
	"Uncompressed bytes of one part.":                    "一个部件解压后的最多字节数。",
	"Uncompressed bytes of a .docx.":                     ".docx 解压后的最多字节数。",
	"Nesting of XML elements.":                           "XML 元素嵌套的最多层数。",
	"Placeholders of a .docx.":                           ".docx 中占位符的最多个数。",

	"What its holder may do: system (sends values), clerk (completes reports), author (uploads drafts), admin (everything).": "持有者的角色：system（系统，报送数据）、clerk（填报人员）、author（模板编写者）、admin（管理员）。",
	"Who will hold it; stands in the history beside every value.":                                                            "持有者名称，会记入每个数据的修改记录。",
	"The department whose fields it may set; empty for no department.":                                                       "可填写哪个部门的字段；不给出则不属于任何部门。",

	"Address to serve on. Any other than a loopback one takes tokens.":                           "监听地址。本机地址以外的须使用令牌。",
	"Address that the service listens on.":                                                       "服务的监听地址。",
	"How long to wait.":                                                                          "等待的时长。",
	"Bytes of a request's body.":                                                                 "请求内容的最多字节数。",
	"Bytes of the rows of a batch, which lie on the disk while it is made.":                      "批量数据表的最多字节数，处理时存于磁盘。",
	"Bytes of compiled templates that are kept in memory.":                                       "内存中保留的模板的最多字节数。",
	"Networks of proxies whose X-Forwarded-For is believed, such as 10.0.0.0/8.":                 "可信代理所在的网段，采信其 X-Forwarded-For，如 10.0.0.0/8。",
	"debug, info, warn or error.":                                                                "日志级别：debug、info、warn 或 error。",
	"Loopback address for profiles (pprof) and metrics, such as 127.0.0.1:6060; empty for none.": "性能剖析（pprof）和指标的本机地址，如 127.0.0.1:6060；不给出则不提供。",

	"Time to send a request's head.":                                                               "发送请求头的时限。",
	"Time to send a request's body, beside what its bytes take at --min-rate.":                     "发送请求内容的时限，另加按 --min-rate 传送所需的时间。",
	"Bytes a second at which a body must come.":                                                    "请求内容每秒至少传送的字节数。",
	"Time that an answer may stand still.":                                                         "响应停顿的时限。",
	"Time that an idle connection is kept.":                                                        "空闲连接保留的时长。",
	"Connections at once. Where more come, those that keep the service waiting longest make room.": "同时的连接数。超出时，让服务等待最久的连接让出位置。",
	"Time after SIGTERM in which /readyz tells of the stop and requests are still taken.":          "收到 SIGTERM 后仍接受请求的时长，其间 /readyz 告知即将停止。",
	"Time that running requests have afterwards.":                                                  "此后正在处理的请求的时限。",

	"Fills, checks, scans and the like that run at once; 0 for one a core.":            "同时进行的填写、校验、扫描等的个数；0 为每核一个。",
	"Of these, how many wait; 0 for 32 for each that runs. The rest gets 503 at once.": "其中等待的个数；0 为每个运行中的 32 个。其余立即得到 503。",
	"Time that one of them waits.":                                            "其中一个等待的时限。",
	"Requests a second of each token; 0 for no limit.":                        "每个令牌每秒的请求数；0 为不限。",
	"Requests of a token at once, after a pause; 0 for what a second allows.": "每个令牌停歇后一次可发的请求数；0 为一秒所允许的。",
	"Bytes of all large bodies that are under way.":                           "同时传送的大请求内容的总字节数。",
	"Bytes of memory that the process aims to stay under, unless GOMEMLIMIT is set; 0 for most of what the container or the machine has.": "进程力求不超过的内存字节数，GOMEMLIMIT 优先；0 为容器或机器内存的大部分。",
}
