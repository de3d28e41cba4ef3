#compdef goalbook
# zsh completion for goalbook

local -a common commands
local files='*:文件:_files -g "*.(#i)(docx|docm|doc|wps|rtf|odt|xlsx|xlsm|xls|et|ods|csv|html|htm|txt|json)(-.)"'
common=('--help[显示说明]' '--lang[说明的语言]:语言:(zh en)' '--resources[另一套资源]:文件夹:_files -/')
commands=(
    'build:生成目标书、网页和邮件' 'check:只检查，不生成文件' 'compare:比较两个年度或两个版本'
    'rollup:由各处的 facts.json 生成全县汇总' 'facts:输出数据（JSON）' 'template:生成填报模板（Excel）'
    'explain:解释一条规则' 'rules:列出全部规则' 'doctor:检查字体和资源是否齐备' 'init:建立工作文件夹'
    'nightly:无人值守的一次运行' 'status:上一次运行和各乡镇的情况' 'schedule:定时设置' 'mail:发出邮件'
)

if ((CURRENT == 2)); then
    if [[ $words[2] == -* ]]; then
        _arguments $common '--version[显示版本]'
    else
        _describe -t commands 命令 commands
    fi
    return
fi

local command=$words[2]
shift words
((CURRENT--))
case $command in
    build)
        _arguments $common '(-o --output)'{-o,--output}'[输出位置]:文件夹:_files -/' '--jobs[同时处理几个乡镇]:个数:' \
            '--only[只生成]:种类:_values -s , 种类 book brief review site mail workbook facts sheets' '--as-of[以这一天说明]:年-月-日:' \
            '--previous[与以前的结果比较]:文件夹:_files -/' '--mask[隐去身份证号和手机号]' \
            '--preset[版式]:版式:(official office)' '--no-proof[不读回核对]' \
            '--shard[只做第几份]:K/N:' '--profile[县级审核设定]:文件:_files -g "*.json5"' $files ;;
    check)
        _arguments $common '--format[输出格式]:格式:(text json sarif junit xlsx)' '(-o --output)'{-o,--output}'[写到哪里]:文件:_files' \
            '--baseline[与基线比较]:文件:_files -g "*.json"' '--write-baseline[记成基线]:文件:_files -g "*.json"' \
            '--previous[以前的结果]:文件夹:_files -/' '--fail-on[退出码为1的级别]:级别:(error warning hint never)' \
            '--jobs[同时处理几个乡镇]:个数:' '--profile[县级审核设定]:文件:_files -g "*.json5"' \
            '--as-of[判断是否到期的日子]:年-月-日:' '--show-config[列出设定和来源]' $files ;;
    compare)
        _arguments $common '(-o --output)'{-o,--output}'[写成网页和Excel]:文件夹:_files -/' '--format[输出什么]:格式:(text json html)' \
            '--jobs[同时读几个文件]:个数:' $files ;;
    rollup)
        _arguments $common '(-o --output)'{-o,--output}'[输出位置]:文件夹:_files -/' '--jobs[同时读几个文件]:个数:' $files ;;
    facts) _arguments $common '--jobs[同时处理几个乡镇]:个数:' '--profile[县级审核设定]:文件:_files -g "*.json5"' $files ;;
    template) _arguments $common '(-o --output)'{-o,--output}'[写到哪里]:文件:_files -g "*.xlsx"' ;;
    explain) _arguments $common "1:规则:(${(j: :)${(f)$(goalbook rules 2>/dev/null | cut -d ' ' -f 1)}})" ;;
    rules) _arguments $common '--format[格式]:格式:(text html md)' ;;
    doctor) _arguments $common '--fetch-fonts[取得 Fandol 字体]' ;;
    init) _arguments $common '1:文件夹:_files -/' ;;
    nightly)
        _arguments $common '--workspace[工作文件夹]:文件夹:_files -/' '--wait[最多等多久]:时间:' '--explain[说明原因]' \
            '--dry-run[只说明，不改动]' ;;
    status) _arguments $common '--workspace[工作文件夹]:文件夹:_files -/' '--json[输出 JSON]' ;;
    schedule)
        _arguments $common '--workspace[工作文件夹]:文件夹:_files -/' '--install[写到系统中]' \
            '--root[写到这个文件夹下]:文件夹:_files -/' '1:种类:(cron systemd slurm)' ;;
    mail)
        _arguments $common '*--to[只发给]:地址:' '--workspace[工作文件夹]:文件夹:_files -/' '--dry-run[只写成 .eml 文件]' \
            '(-o --output)'{-o,--output}'[.eml 写到哪里]:文件夹:_files -/' '1:结果文件夹:_files -/' ;;
esac
