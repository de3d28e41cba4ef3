# bash completion for goalbook

_goalbook_options() {
    case $1 in
        build) echo "-o --output --jobs --only --as-of --previous --mask --preset --no-proof --shard --profile" ;;
        check) echo "--format -o --output --fail-on --baseline --write-baseline --previous --jobs --profile --as-of --show-config" ;;
        compare) echo "-o --output --format --jobs" ;;
        facts) echo "--jobs --profile" ;;
        rollup) echo "-o --output --jobs" ;;
        rules) echo "--format" ;;
        template) echo "-o --output" ;;
        doctor) echo "--fetch-fonts" ;;
        nightly) echo "--workspace --wait --explain --dry-run" ;;
        status) echo "--workspace --json" ;;
        schedule) echo "--workspace --install --root" ;;
        mail) echo "--to --workspace --dry-run -o --output" ;;
    esac
}

# Files of the known kinds, and folders; names may hold blanks.
_goalbook_files() {
    local IFS=$'\n' name
    compopt -o filenames 2>/dev/null
    COMPREPLY=($(compgen -d -- "$1"))
    for name in $(compgen -f -- "$1"); do
        [[ -d $name ]] && continue
        case ${name,,} in
            *.docx | *.docm | *.doc | *.wps | *.rtf | *.odt | *.xlsx | *.xlsm | *.xls | *.et | *.ods | *.csv | *.html | *.htm | *.txt | *.json | *.json5)
                COMPREPLY+=("$name") ;;
        esac
    done
}

_goalbook_folders() {
    local IFS=$'\n'
    compopt -o filenames 2>/dev/null
    COMPREPLY=($(compgen -d -- "$1"))
}

# A list with commas: what stands before the last comma is kept.
_goalbook_list() {
    local given=${1%"${1##*,}"}
    compopt -o nospace 2>/dev/null
    COMPREPLY=($(compgen -P "$given" -W "$2" -- "${1##*,}"))
}

_goalbook() {
    local current=${COMP_WORDS[COMP_CWORD]} previous="" command="" index word
    ((COMP_CWORD > 0)) && previous=${COMP_WORDS[COMP_CWORD - 1]}
    # Bash takes --only=book for three words.
    if [[ $current == "=" ]]; then
        current=""
    elif [[ $previous == "=" ]]; then
        previous=${COMP_WORDS[COMP_CWORD - 2]}
    fi
    for ((index = 1; index < COMP_CWORD; index++)); do
        word=${COMP_WORDS[index]}
        case $word in
            --lang | --resources) ((index++)); [[ ${COMP_WORDS[index]} == "=" ]] && ((index++)) ;;
            -*) ;;
            *) command=$word; break ;;
        esac
    done
    COMPREPLY=()
    case $command:$previous in
        *:--lang) COMPREPLY=($(compgen -W "zh en" -- "$current")); return ;;
        *:--resources | *:--workspace | *:--root | build:--previous | check:--previous) _goalbook_folders "$current"; return ;;
        build:--only) _goalbook_list "$current" "book brief review site mail workbook facts sheets"; return ;;
        build:--preset) COMPREPLY=($(compgen -W "official office" -- "$current")); return ;;
        check:--format) COMPREPLY=($(compgen -W "text json sarif junit xlsx" -- "$current")); return ;;
        rules:--format) COMPREPLY=($(compgen -W "text html md" -- "$current")); return ;;
        compare:--format) COMPREPLY=($(compgen -W "text json html" -- "$current")); return ;;
        check:--fail-on) COMPREPLY=($(compgen -W "error warning hint never" -- "$current")); return ;;
        *:--profile | check:-o | check:--output | check:--baseline | check:--write-baseline) _goalbook_files "$current"; return ;;
        template:-o | template:--output) _goalbook_files "$current"; return ;;
        build:-o | build:--output | mail:-o | mail:--output | compare:-o | compare:--output | rollup:-o | rollup:--output) _goalbook_folders "$current"; return ;;
        *:--jobs | *:--as-of | *:--shard | *:--wait | *:--to) return ;;
    esac
    if [[ -z $command ]]; then
        word="build check compare facts rollup template explain rules doctor init nightly status schedule mail"
        [[ $current == -* ]] && word="--help --version --lang --resources"
        COMPREPLY=($(compgen -W "$word" -- "$current"))
    elif [[ $current == -* ]]; then
        COMPREPLY=($(compgen -W "$(_goalbook_options "$command") --help --lang --resources" -- "$current"))
    else
        case $command in
            build | check | compare | facts | rollup) _goalbook_files "$current" ;;
            init | mail) _goalbook_folders "$current" ;;
            schedule) COMPREPLY=($(compgen -W "cron systemd slurm" -- "$current")) ;;
            explain) COMPREPLY=($(compgen -W "$(goalbook rules 2>/dev/null | cut -d ' ' -f 1)" -- "$current")) ;;
        esac
    fi
}

complete -F _goalbook goalbook
