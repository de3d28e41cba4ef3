enum BashCompletion {
    static var text: String {
        #"""
        # bash completion for goalbook, printed by: goalbook completion bash

        # Offers for the word that is begun: words, words between commas, or folders and files with one of the endings.
        _goalbook_offer() {
            local IFS=$' \n' given="" name
            case $2 in
                words) COMPREPLY=($(compgen -W "$3" -- "$1")); return ;;
                list)
                    given=${1%"${1##*,}"}
                    compopt -o nospace 2>/dev/null
                    COMPREPLY=($(compgen -P "$given" -W "$3" -- "${1##*,}"))
                    return ;;
            esac
            IFS=$'\n'
            compopt -o filenames 2>/dev/null
            COMPREPLY=($(compgen -d -- "$1"))
            [[ $2 == files ]] || return
            for name in $(compgen -f -- "$1"); do
                [[ -d $name ]] && continue
                given=${name##*.}
                [[ -z $3 || " $3 " == *" ${given,,} "* ]] && COMPREPLY+=("$name")
            done
        }

        _goalbook() {
            local current=${COMP_WORDS[COMP_CWORD]} previous="" command="" index word options offer=()
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
                    \#(valued)) ((index++)); [[ ${COMP_WORDS[index]} == "=" ]] && ((index++)) ;;
                    -*) ;;
                    *) command=$word; break ;;
                esac
            done
            COMPREPLY=()
            case $command in
                "") options="\#(spellings(Option.common))"; offer=(words "\#(names)") ;;
        \#(commands)
            esac
            [[ $current == -* ]] && offer=(words "$options")
            case $command:$previous in
        \#(values)
            esac
            ((${#offer[@]} == 0)) || _goalbook_offer "$current" "${offer[@]}"
        }

        complete -F _goalbook goalbook
        """#
    }

    private static var names: String { CommandCatalogue.all.map { $0.name }.joined(separator: " ") }

    /// The options behind which the next word is no command.
    private static var valued: String {
        let all = (Option.common + CommandCatalogue.all.flatMap { $0.options }).filter { $0.value != nil }.flatMap(\.spellings)
        return Set(all).sorted().joined(separator: " | ")
    }

    private static func spellings(_ options: [Option]) -> String {
        options.flatMap(\.spellings).joined(separator: " ")
    }

    private static var commands: String {
        CommandCatalogue.all.map { command in
            let options = spellings(command.options + Option.common)
            return
                "        \(command.name)) options=\"\(options)\"; offer=(\(offer(command.operands.value?.completion ?? .nothing))) ;;"
        }.joined(separator: "\n")
    }

    private static var values: String {
        let all = CommandCatalogue.all.map { (name: $0.name, options: $0.options) } + [(name: "*", options: Option.common)]
        return all.flatMap { name, options in
            options.compactMap { option in
                guard let value = option.value else { return nil }
                let places = option.spellings.map { "\(name):\($0)" }.joined(separator: " | ")
                return "        \(places)) offer=(\(offer(value.completion))) ;;"
            }
        }.joined(separator: "\n")
    }

    private static func offer(_ completion: Completion) -> String {
        switch completion {
        case .nothing: ""
        case .folders: "folders"
        case .files(let endings): "files \"\(endings.joined(separator: " "))\""
        case .choice(let values), .names(let values): "words \"\(values.joined(separator: " "))\""
        case .list(let values): "list \"\(values.joined(separator: " "))\""
        case .commands: "words \"\(names) \(HelpTopic.all.map { $0.name }.joined(separator: " "))\""
        case .rules: #"words "$(goalbook rules 2>/dev/null | cut -d ' ' -f 1)""#
        }
    }
}
