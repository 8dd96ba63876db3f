"""English texts of the user interface by the Chinese texts in the code, grouped by module.

One table in one file whatever its length, imported only if the interface is English.
"""

from __future__ import annotations

ENGLISH = {
    # language, and what joins parts of a sentence
    "、": ", ",
    "；": "; ",
    "：": ": ",
    "；是否指 {near}？": "; did you mean {near}?",
    "；可用的有 {words}。": "; available: {words}.",
    # run/workers.py
    "信号 {number}": "signal {number}",
    "退出码 {number}": "exit code {number}",
    "{path}：检查时工作进程两次中断（{reason}），本文件未能检查。": "{path}: its worker process died twice ({reason}); the file was not checked.",
    "工作进程 {pid} 中断（{reason}），它手上的 {files} 个文件重新检查，自 {path} 起。": (
        "Worker process {pid} died ({reason}); the {files} files it had, from {path} on, are checked again."
    ),
    # cli: help
    "检查报纸稿件的体例与文字：署名、重复、断行、标点、数字、前后一致。\n\n不写命令时即为 check：newslint 稿件.txt": (
        "Check the style and wording of Chinese newspaper articles: bylines, repetition, broken lines, punctuation, numbers, "
        "consistency.\n\nThe default command is check: newslint article.txt"
    ),
    "显示版本。": "Show the version.",
    "显示用法。": "Show this message.",
    "界面的语言：zh 中文，en 英文；也可用环境变量 NEWSLINT_LANG 定。": "Language of the interface: zh or en; the environment variable NEWSLINT_LANG sets it, too.",
    "检查稿件：文件、文件夹（不写则为当前文件夹），- 为标准输入。\n\n退出码：0 没有达到 --fail-on 的问题，1 有，或差错率超过 --max-score；\n2 用法、配置有误或有稿件无法读取；130 中途停止。": (
        "Check articles: files, folders (default: the working folder), or - for standard input.\n\nExit code: 0 no findings at or "
        "above --fail-on; 1 findings, or a rate above --max-score; 2 wrong usage, invalid configuration or an unreadable file; 130 interrupted."
    ),
    "只查这些规则：代码、规则族或名称，逗号分隔，可重复。": "Check only these rules: codes, families or names, separated by commas; may be repeated.",
    "另外还查的规则，如默认关闭的；写法同 --select。": "Additional rules, for example those that are off by default; as for --select.",
    "不查的规则；写法同 --select。": "Rules to leave out; as for --select.",
    "以此文件夹的规则代替内置规则；可重复。": "Use the rules in this folder instead of the built-in ones; may be repeated.",
    "体例：news（报纸，默认）或 web（网页）；也可写在配置文件里。": "Style: news (default) or web; may also be set in the configuration.",
    "对全部稿件用这个配置文件；默认用各稿件所在或上级文件夹的 newslint.toml。": (
        "Use this configuration for all files; default: the nearest newslint.toml from each file upwards."
    ),
    "不读配置文件。": "Read no configuration.",
    "报告的最低级别；默认 warning。": "Minimum severity to report; default warning.",
    "出现此级别及以上的问题时退出码为 1；默认 error，never 为从不。": "Minimum severity that makes the exit code 1; default error; never: no finding does.",
    "估计差错率（每万字）超过 N 时退出码为 1。": "Exit code 1 if the estimated error rate (per 10,000 characters) is above N.",
    "输出格式；默认在 GitHub 上为 github，其余为 text。": "Output format; default: github on GitHub, text elsewhere.",
    "另把报告写入文件；可重复。": "Also write a report to a file; may be repeated.",
    "只报告自 git 版本 REV 以来改动过的行。": "Report only lines changed since the git revision REV.",
    "基线文件：其中已有的问题不再报告。": "Baseline file: findings in it are not reported.",
    "改为显示各篇和合计的估计编校差错率。": "Show the estimated error rate of each article and in total instead.",
    "改为显示各条规则发现的问题数。": "Show the number of findings of each rule instead.",
    "没有问题时什么也不输出。": "Print nothing if there are no findings.",
    "刊期，据此核对电头和星期。": "Date of issue, against which datelines and weekdays are checked.",
    "点名的文件也按配置的 exclude 取舍，供 pre-commit 使用。": "Apply the configured exclude to named files, too; for pre-commit.",
    "从标准输入读稿时的文件名，据此判断格式。": "File name of standard input, which determines the format.",
    "用几个进程；默认 auto，稿件多时才用多个。": "Number of processes; default auto: several only if there are many files.",
    "不用以前的结果，也不留下这次的。": "Neither use nor store cached results.",
    "是否用颜色；默认在终端上用。": "Use colours or not; default: only on a terminal.",
    "修改稿件中有把握的问题（不写路径则为当前文件夹）。标准输入的稿件改后写到标准输出。\n\n用 --diff 时，有可改之处退出码为 1，没有为 0。": (
        "Apply safe fixes to articles (default: the working folder). Fixed standard input goes to standard output.\n\n"
        "With --diff the exit code is 1 if there is something to fix, else 0."
    ),
    "只显示将要作出的修改（默认）。": "Only show the changes that would be made (default).",
    "改写文件。": "Write the changes to the files.",
    "也作须经编辑认可的修改。": "Also apply fixes that need an editor's approval.",
    "管理基线：记下现有的问题，以后只报告新的。": "Baselines: record today's findings, so that only new ones are reported.",
    "检查稿件，把现有的问题写入基线；没有检查的稿件，原来的记录照旧。": (
        "Check articles and write their findings to the baseline; files that are not checked keep their entries."
    ),
    "基线文件；默认按配置，没有则为 newslint-baseline.json。": "Baseline file; default: as configured, else newslint-baseline.json.",
    "检查稿件，从基线中删去已经改好的问题；不添新的。": "Check articles and drop fixed findings from the baseline; nothing is added.",
    "只列出失效的记录，不改基线；有失效的，退出码为 1。": "Only list entries that match nothing; exit code 1 if there are any.",
    "列出规则：代码、级别、名称、标题。": "List the rules: code, level, name, title.",
    "说明一条规则（或一族）：查什么、为什么、正误例、怎么改。": "Explain a rule or a family: what it checks, why, examples, fixes.",
    "以规则文件中的正误例检验规则。\n\nRULES 是规则的代码、规则族、名称，或规则文件、文件夹；不写则检验全部内置规则。": (
        "Test rules with the examples in their files.\n\nRULES are codes, families or names of rules, or rule files or folders; "
        "default: all built-in rules."
    ),
    "列出某个稿件（或文件夹）的各项设置，以及每项出自何处。": "List the settings of a file or folder, and where each was set.",
    "改为输出配置文件的 JSON Schema，供编辑器检查和补全。": "Print the JSON Schema of configuration files instead, for editors.",
    "在文件夹中写一个带说明的 newslint.toml；各项都先注释掉，按需启用。": "Write a newslint.toml with explanations to a folder; every setting in it is commented out.",
    "已有 newslint.toml 时覆盖。": "Replace an existing newslint.toml.",
    "管理缓存：查过的结果和读好的规则，都可随时重新生成。": "The cache of results and rules, all of which can be rebuilt.",
    "删去全部缓存。": "Delete all cached files.",
    "显示缓存所在的文件夹；可用环境变量 NEWSLINT_CACHE_DIR 另定。": "Show the cache folder; NEWSLINT_CACHE_DIR sets another.",
    '输出命令行补全的脚本；如在 ~/.bashrc 中写：eval "$(newslint completion bash)"。': (
        'Print the script for completion; in ~/.bashrc, for example: eval "$(newslint completion bash)".'
    ),
    "用法：": "Usage:",
    "选项": "Options",
    "命令": "Commands",
    "newslint：{problem}": "newslint: {problem}",
    "newslint：{problem}（用法见 {command} --help）": "newslint: {problem} (see {command} --help)",
    # cli/program.py, cli/localized.py
    "没有命令 {name}": "there is no command {name}",
    # cli
    "应为 auto 或不小于 1 的整数。": "must be auto or an integer of at least 1.",
    "估计差错率 {rate}／万，超过 --max-score 的 {limit}／万。": "Estimated error rate {rate} per 10,000, above the {limit} of --max-score.",
    "检查": "checking",
    "--output：有两份报告都写入 {path}，后写的会盖掉先写的；请另取文件名。": (
        "--output: two reports would be written to {path}, the second over the first; choose another name."
    ),
    "差错率要按全文算：用 --since 时，配置中的 max-score 不起作用。": (
        "The error rate needs whole articles: with --since, max-score in the configuration is ignored."
    ),
    "无法写完（{reason}）；请腾出空间后再运行。": "cannot write everything ({reason}); free some space and run again.",
    "差错率要按全文算，--since 不能与 --max-score 同用。": (
        "The error rate needs whole articles: --since cannot be combined with --max-score."
    ),
    '请在 newslint.toml 中写 baseline = "{path}"，以后的检查才会用它。': 'Set baseline = "{path}" in newslint.toml so that later checks use it.',
    "{path}：记有 {entries} 处问题（新增 {added}，删去 {dropped}）。": "{path}: {entries} findings ({added} new, {dropped} dropped).",
    "{path}：删去 {stale} 条，还有 {left} 条。": "{path}: {stale} entries dropped, {left} left.",
    "从 {folder} 删去 {files} 个缓存文件，共 {size} KB。": "Deleted {files} cache files from {folder}, {size} KB in total.",
    "# 共查 {rules} 条规则": "# {rules} rules are enabled",
    "{path} 已经存在；要覆盖请加 --force。": "{path} already exists; add --force to replace it.",
    "{path}：无法写入（{reason}）；请检查文件夹权限。": "{path}: cannot be written ({reason}); check the permissions of the folder.",
    "已写好 {path}。": "Wrote {path}.",
    "--output {text}：应写作 格式=路径，格式为 {formats} 之一。": "--output {text}: must be FORMAT=PATH, with FORMAT one of {formats}.",
    "{path}：报告无法写入（{reason}）；请检查路径和权限。": "{path}: the report cannot be written ({reason}); check the path and its permissions.",
    # reports/html
    "第 {number} 处，{level}：{title}": "No. {number}, {level}: {title}",
    "第 {number} 处说到这里：{message}": "No. {number} refers to this place: {message}",
    "消息头与署名": "Bylines and datelines",
    "重复": "Repetition",
    "断行": "Broken lines",
    "标点": "Punctuation",
    "引号、括号、书名号配对": "Pairs of quotes and brackets",
    "空格与全半角": "Spaces and widths",
    "序号与列举": "Numbering and lists",
    "数字与日期": "Numbers and dates",
    "词语": "Words",
    "繁体与异体字": "Traditional and variant characters",
    "编码与残留": "Encoding and leftovers",
    "本报规定": "House rules",
    "略去注释": "Suppression comments",
    "原文：{path}": "Text of {path}",
    "没有字可计": "nothing to count",
    "超过限度": "above the limit",
    "在限度之内": "within the limit",
    "到原文": "Go to the text",
    "第 {number} 处，到原文": "No. {number}, go to the text",
    "第 {line} 行第 {column} 字": "line {line}, character {column}",
    "可直接改": "Safe fix",
    "核对后再改": "Confirm before fixing",
    "共改 {count} 处": "places changed: {count}",
    "没有现成的改法，请核对后自行修改。": "No automatic fix: check it and correct it by hand.",
    "理由与依据": "Reason and source",
    "依据": "Source:",
    "另有 {count} 处已标明不查": "suppressed: {count}",
    "另有 {count} 处在基线之内": "in the baseline: {count}",
    "编校报告": "Proofreading report",
    "{count} 处问题": "findings: {count}",
    "差错率 {rate}／万": "error rate {rate} per 10,000",
    "跳到稿件": "Skip to the articles",
    "检查 {files} 个文件、{articles} 篇、{characters} 字": "Files checked: {files}; articles: {articles}; characters: {characters}",
    "有改法": "with a fix",
    "编校差错率（估计）": "Error rate (estimated)",
    "／万字": "per 10,000 characters",
    "限 {limit}／万，计错 {errors}": "limit {limit} per 10,000; errors counted: {errors}",
    "警告也全算差错，则为 {rate}／万": "{rate} per 10,000 if every warning were an error",
    "配置或基线里有几条已不再对应任何问题，可以删去：": "Entries of the configuration or the baseline that no longer match anything and can be deleted:",
    "没有检查任何文件。": "No file was checked.",
    "没有发现问题。": "No findings.",
    "各文件、各篇的差错率": "Error rate of each file and article",
    "文件、标题": "File, headline",
    "差错率（每万字）": "Errors per 10,000",
    "无法检查": "Cannot be checked.",
    "（无标题）": "(no headline)",
    "没有发现问题的文件：{count} 个": "Files without findings: {count}",
    "筛选": "Filters",
    "搜索说明、代码和文字": "Search messages, codes and text",
    "搜索 /": "Search /",
    "级别": "Level",
    "类别": "Family",
    "（已选 {count}）": "(selected: {count})",
    "改法": "Fix",
    "改法不限": "With or without fix",
    "没有改法": "No fix",
    "全部文件": "All files",
    "全部显示": "Show all",
    "上一处": "Previous finding",
    "{shown} / {all} 处": "{shown} of {all}",
    "下一处": "Next finding",
    "没有符合筛选条件的问题。": "No finding matches the filters.",
    "{characters} 字": "characters: {characters}",
    "问题：{path}": "Findings in {path}",
    "图例": "Legend",
    "两处重叠": "two findings overlap",
    "第 1 处说到的另一处": "another place that no. 1 refers to",
    "换行有误": "a misplaced line end",
    "此处缺字或标点": "something is missing here",
    "半角空格": "half-width space",
    "全角空格": "full-width space",
    "看不见的字符及其编号": "an invisible character, by its code point",
    "差错率怎么算": "How the error rate is calculated",
    "按《报纸期刊质量管理规定》附件《报纸编校差错率计算方法》估计，只供参考。": "An estimate by the method annexed to the Chinese regulation on the quality of newspapers and periodicals.",
    "（办法没有写明，按 newslint 的理解）": "(not stated by the method: newslint's reading)",
    "键盘用法": "Keys",
    "在问题和原文之间往返": "Between finding and text",
    "搜索": "Search",
    "到筛选": "To the filters",
    "打开或关上这一页": "Open or close this page",
    "关上，或放下当前一处": "Close, or deselect the current finding",
    "也可以用鼠标点标记或问题。打印时只印当前显示的问题。": "Marks and findings can also be clicked. Printing leaves out what the filters hide.",
    "关上": "Close",
    # reports/statistics.py
    "（{files} 个文件）": " ({files} file(s))",
    # config/draft.py, config/keys.py, config/schema.py
    "对哪些文件有效，写法同 .gitignore": "Files to which these settings apply, as in .gitignore",
    "先读这个配置文件，再读本文件": "A configuration file to read before this one",
    "只对一部分文件有效的设置": "Settings for some files only",
    "# newslint 的配置。每项前去掉 # 即生效；没有写的，按默认办理。\n# 文件中的路径都从本文件所在的文件夹算起。各项的详细说明见 newslint 文档 docs/configuration.md。\n\n# 先读另一个配置文件，再读本文件：": (
        "# Configuration of newslint. Remove the # before a setting to enable it; everything else has its default.\n"
        "# Paths are relative to the folder of this file. newslint's docs/configuration.md describes each setting.\n\n"
        "# Read another configuration first, then this one:"
    ),
    "# 只对一部分文件有效的设置，可写多段；files 的写法同 .gitignore：": "# Settings for some files only, in as many sections as needed; files are patterns as in .gitignore:",
    "体例的底子：news（报纸）或 web（网页）": "The style to start from: news (newspaper) or web",
    "只查这些规则：代码、规则族或名称；不写则查全部默认规则": "Check only these rules: codes, families or names; default: all enabled rules",
    "另外还查的规则，如默认关闭的": "Additional rules, for example those that are off by default",
    "不查的规则": "Rules to leave out",
    "另外也不查的规则": "More rules to leave out",
    "报告的最低级别": "Minimum severity to report",
    "出现此级别及以上的问题时，退出码为 1；never 为从不": "Minimum severity that makes the exit code 1; never: no finding does",
    "差错率（每万字）超过此数时，退出码为 1": "Exit code 1 if the error rate (per 10,000 characters) is above this",
    "本报自己的规则：文件夹或文件": "House rules: folders or files",
    "刊期，用于没有写明日期的稿件": "Date of issue of files that state none",
    "记者、通讯员名册": "Roster of reporters and correspondents",
    "文件夹中要查的文件；不写则查 newslint 能读的各种稿件": "Files in a folder to check; default: all formats that newslint reads",
    "文件夹中不查的文件，写法同 .gitignore": "Files in a folder to leave out, as in .gitignore",
    "不查 git 忽略的文件": "Leave out files that git ignores",
    "命令行点名的文件，也按 include 和 exclude 取舍": "Apply include and exclude to files named on the command line, too",
    "基线文件：其中已有的问题不再报告": "Baseline: the findings in it are not reported again",
    "一律视为正确的词句，如单位名、书名": "Words that are always right, for example names of institutions and books",
    "本报不用的词和改用的词": "Words that this newsroom does not use, with their replacements",
    "本报与所选体例不同之处": "House style where it differs from the preset",
    "本报署名的格式": "The house style of bylines",
    "各条规则的级别：error、warning、info、off": "Severities of rules: error, warning, info, off",
    "各条规则的选项": "Options of rules",
    "已核实、不再报告的问题": "Known findings that are not reported",
    # config
    "newslint.toml 里各项直接写，不放在 [tool.newslint] 之下；那是 pyproject.toml 的写法。": (
        "in newslint.toml settings are at the top level, not under [tool.newslint] as in pyproject.toml."
    ),
    '应为字符串的列表，写作 ["…", "…"]，且不能有空的。': 'must be a list of non-empty strings, such as ["…", "…"].',
    "应为 {values} 之一。": "must be one of {values}.",
    "应为 true 或 false。": "must be true or false.",
    "应为不小于 0 的数，如 3。": "must be a number of at least 0, such as 3.",
    "应为文件的路径。": "must be the path of a file.",
    "应为日期，如 2026-04-18。": "must be a date such as 2026-04-18.",
    "应为表。": "must be a table.",
    '应写作 "不用的词" = "改用的词"；没有改用的词时写 ""。': 'must be "word not used" = "replacement", or "" without a replacement.',
    "应写作 [[{key}]] 的表。": "must be [[{key}]] tables.",
    "没有这个设置": "is not a setting",
    "缺少 reason：请写明为什么略去。": "needs a reason: why are these findings suppressed?",
    "至少要写 path、code、text 之一，否则会略去全部问题。": "needs path, code or text; otherwise it would suppress all findings.",
    "应为不空的字符串。": "must be a non-empty string.",
    "配置文件互相引用，形成循环。": "configuration files extend each other in a circle.",
    "这个设置对全部文件有效，不能只对一部分文件另定。": "applies to all files and cannot be set for some only.",
    "缺少 files：请写明对哪些文件有效。": "needs files: which files does it apply to?",
    "无法读取（{reason}）；请核对路径和权限。": "cannot be read ({reason}); check the path and its permissions.",
    "不是有效的 TOML（{reason}）。": "is not valid TOML ({reason}).",
    "命令行": "command line",
    "# {path} 的设置": "# settings of {path}",
    "默认": "default",
    "（未设）": "(not set)",
    # config/presets.py
    "没有名为 {name} 的预设": "there is no preset {name}",
    "没有这项体例": "is not an aspect of house style",
    # rulebook/roster.py
    "名册": "roster",
    "名册无法读取（{reason}）；请核对路径和权限。": "the roster cannot be read ({reason}); check the path and its permissions.",
    "第 {number} 行": "line {number}",
    "应写身份和姓名，如“{example}”。": "must be a role and names, such as “{example}”.",
    "“{name}”不像姓名；应写身份和姓名，如“{example}”。": "“{name}” does not look like a name; write a role and names, such as “{example}”.",
    # readers
    "{path}：没有这个文件；请核对路径。": "{path}: there is no such file; check the path.",
    "{path}：无法读取（{reason}）；请检查文件权限。": "{path}: cannot be read ({reason}); check the file's permissions.",
    "{name}：{fault}；请用原编辑器另存为 UTF-8 纯文本。": "{name}: {fault}; save it as UTF-8 plain text in the program it was written with.",
    "这是{what}，不是能检查的纯文本": "is {what}, not plain text that can be checked",
    "UTF-32 编码的文本": "text in UTF-32",
    "图片": "an image",
    "PDF 文件": "a PDF file",
    "Word 97—2003 或 WPS 文件": "a Word 97–2003 or WPS file",
    "Word 文档（docx）或压缩包": "a Word document (docx) or an archive",
    "RTF 文件": "an RTF file",
    "文件标明是 {encoding} 编码，但第 {byte} 字节处已损坏": "is marked as {encoding}, but is damaged at byte {byte}",
    "文件里有空字符（NUL），不是纯文本": "contains null characters and is not plain text",
    "看来是 {encoding} 编码，但第 {line} 行已损坏或被截断": "seems to be {encoding}, but line {line} is damaged or cut off",
    "看来是 Big5（繁体中文）编码，目前只能读 UTF-8、UTF-16 和 GB18030": (
        "seems to be Big5 (traditional Chinese); only UTF-8, UTF-16 and GB18030 can be read"
    ),
    "不是 UTF-8、UTF-16 或 GB18030 编码的文本，无法检查": "is not text in UTF-8, UTF-16 or GB18030 and cannot be checked",
    # rulebook/reading.py
    "这项检查没有这句话": "The check has no such message",
    "花括号要成对；要写花括号本身，请写两个。": "Braces must come in pairs; write two for a literal brace.",
    "没有这一项": "is not a key here",
    "缺少这一项，请补上。": "is missing; add it.",
    "应为两个大写字母加两位数字，如 XX01。": "must be two capital letters and two digits, such as XX01.",
    "应为小写英文词，用连字符连接，如 house-form。": "must be lower-case words joined by hyphens, such as house-form.",
    "没有 {value}": "there is no {value}",
    "应为字符串。": "must be a string.",
    '应写作 safety = "safe" 或 "unsafe"，不写别的。': 'must contain safety = "safe" or "unsafe" and nothing else.',
    # rulebook/book.py
    "没有名为 {selector} 的规则或规则族": "there is no rule or family {selector}",
    "；可用 newslint rules 查看全部规则。": "; newslint rules lists all of them.",
    "没有这个文件或文件夹；请核对路径。": "there is no such file or folder; check the path.",
    "{word} 已由 {path} 使用；请另取一个。": "{word} is already used by {path}; choose another.",
    "没有这条规则": "is not a rule",
    # checks
    "这种规则必须有这个选项，请补上。": "is required by this check; add it.",
    "应为不小于 0 的整数。": "must be an integer of at least 0.",
    "应为 {values} 之一，不能是 {value}。": "must be one of {values}, not {value}.",
    "这种规则没有这个选项": "is not an option of this check",
    "没有 {role} 这种身份；应为 {roles} 之一。": "{role} is not a role in bylines; available: {roles}.",
    "没有留出姓名的位置，如 {example}。": "has no place for names, such as {example}.",
    "姓名的位置前要写身份，如 {example}；身份有 {roles}。": "needs the role before its names, such as {example}; roles are {roles}.",
    "{role} 出现在两处，只能有一处。": "has {role} in two places; only one is allowed.",
    "{aspect} 有 {one} 和 {other} 两种样子，只能有一种。": "shows both {one} and {other} for {aspect}; there can be only one.",
    "{aspect} 不能是 {value}，应为 {values} 之一。": "shows {value} for {aspect}, which must be one of {values}.",
    "{person} 应写作身份、空格、姓名。": "{person} must be a role, a space and a name.",
    "不能有空的词，请补上或删去。": "contains an empty word; complete or delete it.",
    "没有写明 {literal} 应改成什么；它不是同一个词写两遍。": "has no replacement for {literal}, which is not a word written twice.",
    "不是有效的正则表达式（{reason}）。": "is not a valid regular expression ({reason}).",
    "至少要有一个固定的字词。": "needs at least one literal.",
    "至少要有一个错词，且不能是空的。": "needs at least one wrong form, and none may be empty.",
    "{word} 的正词就是它自己，请改正或删去。": "{word} is its own right form; correct or delete it.",
    "{word} 里没有错词，请改正或删去。": "{word} has no wrong form; correct or delete it.",
    "{pair} 的错词前面已有，请删去一个。": "{pair} repeats a wrong form; delete one.",
    "{pair} 应写作 错词=正词。": "{pair} must be wrong=right.",
    # run/rewriting.py
    "{path}：修改后的“{char}”不能用原编码 {encoding} 写出，文件未改动；请先另存为 UTF-8。": (
        "{path}: the fix writes “{char}”, which {encoding} lacks; the file is unchanged, save it as UTF-8 first."
    ),
    "{path}：无法写入（{reason}），文件未改动；请检查文件夹权限。": "{path}: cannot be written ({reason}) and is unchanged; check the permissions of the folder.",
    # cli/fix.py
    "{path}：规则 {codes} 的修改互相抵消或没有尽头，这几条都没有照改；请核对规则，或人工修改。": (
        "{path}: the fixes of {codes} undo each other or never end; none of them was applied. Check the rules, or fix it by hand."
    ),
    "{path}：修改 {number} 处": "{path}: {number} fixed",
    # cli/rules.py
    "{code} {name}：{sentence}（{path}）": "{code} {name}: {sentence} ({path})",
    "{number} 处不符": "{number} failed",
    "全部相符": "all passed",
    "检验 {rules} 条规则、{examples} 个例子：{outcome}。": "Tested {rules} rule(s) with {examples} example(s): {outcome}.",
    # authoring/examples.py, authoring/standards.py, authoring/work.py
    "错例（[[wrong]]）至少要有 {number} 个": "At least {number} wrong examples ([[wrong]]) are needed",
    "正例（[[right]]）至少要有 {number} 个": "At least {number} right examples ([[right]]) are needed",
    "英文标题（english）应是不超过 {number} 个字符的英文短语，首字母大写，末尾不加句号": (
        "The English title (english) must be a phrase of at most {number} characters, with a capital and no full stop"
    ),
    "说明（message）既没有引用原文，又太短，编辑看不出错在哪里": (
        "The message quotes nothing of the text and is too short to tell an editor what is wrong"
    ),
    "没有规则族 {family}；可用的有 {families}": "There is no family {family}; there are {families}",
    "{code} 的标题“{title}”与别的规则相同": "{code} shares the title “{title}” with another rule",
    "{code} 的 supersedes 里没有规则 {other}": "{code} supersedes {other}, which is no rule",
    "{path} 不是最新的；请运行 python tools/write_docs.py": "{path} is not current; run python tools/write_docs.py",
    "每个字平均要运行 {lines} 行代码，超过 {most} 行；请用锚点或正则表达式代替逐字循环": (
        "The check runs {lines} lines for each character, more than {most}; "
        "use anchors or a regular expression in place of a loop over characters"
    ),
    "文字变成 {times} 倍，工作量变成 {growth} 倍；工作量应与文字成正比": (
        "{times} times the text makes {growth} times the work; work must grow in proportion to the text"
    ),
    "改为列出各规则族尚未使用的代码。": "List the codes of each family that no rule has, instead.",
    "没有错例（[[wrong]]），至少要写一个": "has no wrong example ([[wrong]]); write at least one",
    "没有正例（[[right]]），至少要写一个": "has no right example ([[right]]); write at least one",
    "正例误报：{text} 报出 {found}": "right example {text} reports {found}",
    "错例没有写明应报出什么（found）：{text}": "wrong example {text} does not say what it reports (found)",
    "错例 {text} 应报出 {wanted}，实际 {found}": "wrong example {text} should report {wanted}, reports {found}",
    "错例 {text} 的说明是空的": "wrong example {text} has an empty message",
    "规则没有修改办法（[fix]），错例却写了 fixed：{text}": "the rule has no [fix], but wrong example {text} has fixed",
    "规则有修改办法（[fix]），却没有一个错例改得动；请删去 [fix]，或写明怎样改": (
        "the rule has a [fix], but it changes none of its wrong examples; drop [fix], or say what to change"
    ),
    "规则有修改办法，错例却没有写 fixed：{text} → {found}": "the rule has a fix, but wrong example {text} has no fixed; it becomes {found}",
    "错例 {text} 应改为 {wanted}，实际 {found}": "wrong example {text} should become {wanted}, becomes {found}",
    "错例 {text} 改后仍报出 {found}": "wrong example {text} still reports {found} when fixed",
    # authoring/reference.py
    "关闭": "off",
    "提示（默认不显示）": "info (not shown by default)",
    "默认不查": "off by default",
    "为什么": "Why",
    "（依据：{source}）": " (Source: {source})",
    "错例": "Wrong",
    "正例": "Right",
    "修改": "Fix",
    "计错 {weight}": "counts {weight} in the error rate",
    "自 {version} 版起": "since version {version}",
    "不自动修改。": "None.",
    "安全：`newslint fix` 即改。": "Safe: `newslint fix` applies it.",
    "须经编辑认可：`newslint fix --unsafe` 才改。": "Needs an editor's approval: `newslint fix --unsafe` applies it.",
    "报出 {texts}": "found: {texts}",
    "改为 {text}": "fixed: {text}",
    "设 {options}": "with {options}",
    "（{note}）": "({note})",
    # filters/suppression.py
    "{source}：略去条目（{reason}）已于 {until} 到期，不再起作用；请删去，或核实后改期。": (
        "{source}: the suppression ({reason}) expired on {until} and has no effect; delete it, or verify it and set a new date."
    ),
    "{source}：略去条目（{reason}）没有略去任何问题；请删去。": "{source}: the suppression ({reason}) suppresses nothing; delete it.",
    # filters/baseline.py
    "{path}：没有这个基线文件；可用 newslint baseline write 生成。": "{path}: there is no such baseline; newslint baseline write creates one.",
    "{path}：基线文件无法读取（{reason}）；请检查文件权限。": "{path}: the baseline cannot be read ({reason}); check the file's permissions.",
    "{path}：基线文件无法写入（{reason}），没有改动；请检查路径和权限。": (
        "{path}: the baseline cannot be written ({reason}) and is unchanged; check the path and its permissions."
    ),
    "{path}：不是有效的基线文件；请用 newslint baseline write 重新生成。": "{path}: is not a valid baseline; create it again with newslint baseline write.",
    "{path}：基线文件由更新的 newslint 写成；请升级 newslint。": "{path}: the baseline was written by a newer newslint; upgrade newslint.",
    "{path}：基线的第 {number} 条不完整；请用 newslint baseline write 重新生成。": (
        "{path}: entry {number} of the baseline is incomplete; create it again with newslint baseline write."
    ),
    "{baseline}：{path} 有 {number} 条已不再出现（{shown}{more}）；请用 newslint baseline prune 清除。": (
        "{baseline}: {path} has {number} entries that no longer occur ({shown}{more}); remove them with newslint baseline prune."
    ),
    "等": ", …",
    # filters/changed_lines.py
    "--since：{folder} 不在 git 仓库里，无法得知改动了哪些行。": "--since: {folder} is not in a git repository, so the changed lines are unknown.",
    "--since：git 里没有 {revision} 这个版本；请核对分支名或提交号，浅克隆请先取回历史。": (
        "--since: git has no revision {revision}; check the branch or commit, and fetch the history of a shallow clone."
    ),
    "--since：git 报错（{reason}），无法得知改动了哪些行。": "--since: git failed ({reason}), so the changed lines are unknown.",
    "--since：找不到 git；请先安装 git，或不用 --since。": "--since: git was not found; install it, or leave --since out.",
    "--since：git 无法运行（{reason}）。": "--since: git cannot be run ({reason}).",
    # reports/score.py, score.py
    "估计编校差错率（每万字差错数；报纸不超过 {limit}）": "Estimated error rate (errors per 10,000 characters; a newspaper may have {limit})",
    "{files} 个文件无法读取，未计在内。": "{files} file(s) could not be read and are not counted.",
    "办法里明确的：": "Stated by the method:",
    "办法没有写明、按 newslint 的理解：": "Not stated by the method, newslint's reading:",
    "超限": "over",
    "合格": "passes",
    "文件": "File",
    "标题": "Headline",
    "字数": "Characters",
    "差错": "Errors",
    "每万字": "Per 10,000",
    "结论": "Verdict",
    "（无题）": "(no headline)",
    "{articles} 篇": "{articles} article(s)",
    "合计": "Total",
    "文字": "text",
    "数字用法": "style of numbers",
    "标点、格式": "marks and form",
    "{name} {findings} 处计 {errors}": "{name}: {findings} counting {errors}",
    "计错：{parts}。": "Counted: {parts}.",
    "计错：没有要计的差错。": "Counted: no errors.",
    "若警告也都成立：至多计 {errors}，每万字 {rate}。": "If every warning were an error: at most {errors} errors, {rate} per 10,000 characters.",
    "差错率是差错数除以检查总字数，以万分比表示；报纸不超过 3／万为合格": "The rate is errors divided by characters checked, per 10,000; a newspaper passes with at most 3",
    "标题里的文字差错加倍；重要名称、重要时间的差错加倍": "Text errors in a headline count double; so do errors in important names and times",
    "同一文字差错重复出现，一期最多计 3 次": "The same text error counts at most 3 times in an issue",
    "事实性、知识性、逻辑性、语法性错误每处计 1；数字差错不论几位计 1": "An error of fact, knowledge, logic or grammar counts 1; a wrong number counts 1, however long",
    "错字、别字、多字、漏字：1 字计 1，2 到 5 字计 2，5 字以上计 4；颠倒计 1": "Wrong, extra or missing characters: one counts 1, 2 to 5 count 2, more than 5 count 4; a transposition 1",
    "数字用法不合 GB/T 15835，每处计 0.1，一期最多计 1": "Number style against GB/T 15835 counts 0.1, at most 1 in an issue",
    "标点和格式差错每处计 0.1，不封顶；在标题里也加倍": "An error of punctuation or form counts 0.1 without a cap, and double in a headline",
    "繁体字、异体字每处计 0.5，比照图书的办法": "A traditional or variant character counts 0.5, as in the method for books",
    "规则、文字和说法都相同的，才算同一文字差错": "Errors with the same rule, text and message are the same error",
    "办法没有条款的（稿件结构、本报体例、编码）不计": "Errors without a clause in the method (structure, house style, encoding) do not count",
    "字数按实有字符计，空白不计；办法按版面字数计，比这里大，所以这里的差错率偏高": (
        "Characters are counted without white space; the method counts the space on the page, which is more, so the rate here is on the high side"
    ),
    "只计“错误”级；各篇自成一期来计，合计作一期来计": "Only errors count; each article is counted as an issue of its own, the total as one issue",
    # reports/words.py, reports/text.py, reports/concise.py, reports/sarif.py
    "可改": "fixable",
    "可改，须确认": "fixable after review",
    "［{fix}］": "[{fix}]",
    "检查中途停止，这里只有停止前查完的文件；要看全部结果，请重新检查。": "The check was interrupted: only the files checked before are here; run it again for all.",
    "检查 {files} 个文件，{characters} 字": "Checked {files} file(s), {characters} characters",
    "{level} {number} 处": "{level}: {number}",
    "没有发现问题": "no findings",
    "{number} 处可由 newslint fix 修改": "{number} fixable with newslint fix",
    "{number} 处可由 newslint fix --unsafe 修改，须编辑确认": "{number} fixable with newslint fix --unsafe, after an editor's approval",
    "另有 {counts}": "not reported: {counts}",
    "{number} 处已注明略去": "{number} suppressed",
    "{number} 处在基线中": "{number} in the baseline",
    "估计差错率 {rate}／万（限 {limit}／万）": "estimated error rate {rate} per 10,000 (limit {limit})",
    "{number} 个文件无法检查": "{number} file(s) could not be checked",
    "。": ".",
    "依据：{source}": "Source: {source}",
    "安全修改，不改变原意": "Safe: does not change the meaning",
    "须由编辑确认的修改": "Needs an editor's approval",
    "错误": "error",
    "警告": "warning",
    "提示": "info",
    # corpus, cli/corpus.py
    "成批检查语料，并按规则、来源、月份汇总。": "Check corpora, and sum up the findings by rule, source and month.",
    "检查语料 IN（Parquet、JSON Lines，或放它们或稿件的文件夹），结果写入文件夹 OUT。\n\n中断后照原样再运行，即接着做。各篇单独检查，不互相对照。\n退出码：0 全部查完，2 用法有误或有稿件没有查成，130 中途停止。": (
        "Check the corpus IN (Parquet, JSON Lines, or a folder of them or of articles) and write the results to the folder OUT.\n\n"
        "Run the same command again to continue after an interruption. Articles are checked one by one and not compared with each other. "
        "Exit code: 0 all checked; 2 wrong usage or articles that could not be checked; 130 interrupted."
    ),
    "记录的最低级别；默认 warning。": "Minimum severity to record; default warning.",
    "正文所在的列；默认为 text、content、body、article 之一。": "Column of the text; default: one of text, content, body, article.",
    "稿件编号所在的列。": "Column of the articles' ids.",
    "来源所在的列。": "Column of the source.",
    "日期所在的列，据此按月汇总。": "Column of the date, for sums by month.",
    "在本机还是在 Dask 集群上检查。": "Check on this machine or on a Dask cluster.",
    "Dask 集群的地址，如 tcp://127.0.0.1:8786。": "Address of the Dask cluster, such as tcp://127.0.0.1:8786.",
    "本机用几个进程；默认 auto，即处理器的个数。": "Number of processes on this machine; default auto: one for each processor.",
    "每段的篇数，一段查完即写出；默认 1000。": "Articles per partition, which is written when it is done; default 1000.",
    "不显示进度。": "Do not show progress.",
    "汇总 OUT 里的结果：各规则、来源、月份的问题数、每万字的处数和涉及的篇数。": (
        "Sum up the results in OUT: findings, findings per 10,000 characters and articles affected, by rule, source and month."
    ),
    "按什么汇总；可重复，默认全部。": "How to group the sums; may be repeated; default: all.",
    "输出格式。": "Output format.",
    "{place}：没有名为 {name} 的列；有的列是 {columns}。": "{place}: there is no column {name}; available: {columns}.",
    "{place}：看不出哪一列是正文，请用 --text-column 指明；有的列是 {columns}。": (
        "{place}: cannot tell which column is the text; name it with --text-column; available: {columns}."
    ),
    "{column} 列没有文字。": "There is no text in column {column}.",
    "处理语料要用 pyarrow，它还没有安装；请运行 pip install 'newslint[corpus]'。": (
        "Corpora need pyarrow, which is not installed; run pip install 'newslint[corpus]'."
    ),
    "无法读取（{reason}）。": "Cannot be read ({reason}).",
    "{path}：不是语料文件；可用的有 {endings}，或放稿件的文件夹。": "{path}: is not a corpus; use {endings}, or a folder of articles.",
    "{path}：没有这个文件或文件夹；请核对路径。": "{path}: there is no such file or folder; check the path.",
    "{path}：里面没有语料；可用的有 {endings}。": "{path}: contains no corpus; use {endings}.",
    "{path}：不能作为 Parquet 读取（{reason}）；请核对文件是否完整。": "{path}: cannot be read as Parquet ({reason}); check that it is complete.",
    "{path}：读到第 {row} 行时出错（{reason}）；请核对文件是否完整。": "{path}: cannot be read at row {row} ({reason}); check that it is complete.",
    "这一行不是 JSON 对象。": "This line is not a JSON object.",
    "检查时出错（{reason}）；请把这篇稿件报告给 newslint。": "Checking failed ({reason}); please report this article to newslint.",
    "{path}：无法读取（{reason}）；请换一个输出文件夹。": "{path}: cannot be read ({reason}); choose another output folder.",
    "{path}：文件夹里有别的文件；请换一个空的或新的输出文件夹。": "{path}: there are other files in it; choose an empty or a new output folder.",
    "newslint 的版本（{before}，现为 {now}）": "the version of newslint ({before}, now {now})",
    "输入的语料": "the input",
    "设置或规则": "the settings or rules",
    "列名": "the columns",
    "每段的篇数": "the size of a partition",
    "{path}：上次运行以来{what}变了，不能接着做；请换一个输出文件夹，或照原样再运行。": (
        "{path}: {what} changed since the last run, which cannot be continued; choose another output folder, or run the same command again."
    ),
    "{path}：无法写入（{reason}）；请检查磁盘和权限，再运行即接着做。": (
        "{path}: cannot be written ({reason}); check the disk and permissions, then run it again to continue."
    ),
    "{path}：无法写入（{reason}）；请检查路径和权限。": "{path}: cannot be written ({reason}); check the path and permissions.",
    "{path}：另一次运行正在写这个文件夹；请等它结束。": "{path}: another run is writing to this folder; wait until it ends.",
    "工作进程接连中断 {number} 次，已停止；请检查内存是否够用，再运行即接着做。": (
        "Workers died {number} times in a row; stopped. Check that there is enough memory, then run it again to continue."
    ),
    "工作进程 {pid} 中断（{reason}）；第 {number} 段（自 {first} 起）已中断 {times} 次，不再重试。": (
        "Worker {pid} died ({reason}); partition {number} (from {first} on) has died {times} times and is given up."
    ),
    "工作进程 {pid} 中断（{reason}），第 {number} 段（自 {first} 起）重新检查。": (
        "Worker {pid} died ({reason}); partition {number} (from {first} on) is checked again."
    ),
    "--engine dask 要用 Dask，它还没有安装；请运行 pip install 'newslint[corpus,dask]'。": (
        "--engine dask needs Dask, which is not installed; run pip install 'newslint[corpus,dask]'."
    ),
    "连不上 Dask 集群 {address}（{reason}）；请核对 --address。": "Cannot connect to the Dask cluster {address} ({reason}); check --address.",
    "Dask 集群 {address} 上没有工作进程；请先启动 dask worker。": "The Dask cluster {address} has no workers; start dask worker first.",
    "Dask 集群 {address} 上的工作进程都没有了，已停止；再运行即接着做。": (
        "The Dask cluster {address} has lost all its workers; stopped. Run it again to continue."
    ),
    "Dask 集群 {address} 上的 newslint 是 {theirs} 版，这里是 {ours} 版；请装成同一版。": (
        "newslint on the Dask cluster {address} is {theirs}, here it is {ours}; install the same version."
    ),
    "第 {number} 段（自 {first} 起）在 Dask 上多次使工作进程中断，不再重试。": (
        "Partition {number} (from {first} on) killed several workers of Dask and is given up."
    ),
    "与 Dask 集群 {address} 的连接断了，已停止；再运行即接着做。": "The connection to the Dask cluster {address} was lost; stopped. Run it again to continue.",
    "Dask 集群 {address} 的工作进程上没有同一版 newslint；请在那里也安装。": (
        "The workers of the Dask cluster {address} do not have this version of newslint; install it there, too."
    ),
    "--engine dask 要用 --address 指明集群，如 tcp://127.0.0.1:8786。": "--engine dask needs the cluster's --address, such as tcp://127.0.0.1:8786.",
    "{path}：输出文件夹不能在语料里面；请另选一处。": "{path}: the output folder cannot be inside the corpus; choose another.",
    "{path}：没有检查语料的结果；请先运行 newslint corpus lint。": "{path}: contains no results of a corpus; run newslint corpus lint first.",
    "{articles} 篇，{characters} 字，{findings} 处问题，涉及 {affected} 篇": (
        "{articles} articles, {characters} characters, {findings} findings in {affected} articles"
    ),
    "{number} 篇无法读取": "{number} could not be read",
    "检查没有做完，这里只有已查完的稿件；再运行 newslint corpus lint 即接着做。": (
        "The check is incomplete: only the articles checked so far are here; run newslint corpus lint again to continue."
    ),
    "规则": "rule",
    "来源": "source",
    "月份": "month",
    "问题": "findings",
    "涉及篇数": "affected",
    "篇数": "articles",
    "不明": "unknown",
    "已停止；照原样再运行，即接着做。": "Interrupted; run the same command again to continue.",
    "第 {number} 段（自 {first} 起）没有查成；再运行会重试。": "Partition {number} (from {first} on) could not be checked; the next run will retry it.",
    "检查 {articles} 篇，{findings} 处问题。": "Checked {articles} article(s), {findings} finding(s).",
    "另有 {articles} 篇以前已查。": " {articles} were checked before.",
    "{number} 篇无法读取，原因见 articles 表的 error 列。": " {number} could not be read; see the column error of the table articles.",
    "{done} / {total} 篇（{share}），每秒 {rate} 篇，{findings} 处问题": "{done} of {total} articles ({share}), {rate} a second, {findings} findings",
    "{done} 篇，每秒 {rate} 篇，{findings} 处问题": "{done} articles, {rate} a second, {findings} findings",
}
