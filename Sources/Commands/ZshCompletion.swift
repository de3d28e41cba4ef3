internal import Diagnostics

enum ZshCompletion {
    static var text: String {
        #"""
        #compdef goalbook
        # zsh completion for goalbook, printed by: goalbook completion zsh

        local -a common commands
        common=(\#(Option.common.map(spec).joined(separator: " ")))
        commands=(
        \#(CommandCatalogue.all.map { "    \(quoted("\($0.name):\($0.summary.chinese)"))" }.joined(separator: "\n"))
        )
        _goalbook_commands() { _describe -t commands 命令 commands }
        _goalbook_rules() { compadd -- ${(f)"$(goalbook rules 2>/dev/null | cut -d ' ' -f 1)"} }

        local curcontext=$curcontext state line
        typeset -A opt_args
        _arguments -C $common '1:命令:_goalbook_commands' '*::内容:->rest'
        [[ $state == rest ]] || return
        case $line[1] in
        \#(CommandCatalogue.all.map(entry).joined(separator: "\n"))
        esac
        """#
    }

    private static func entry(_ command: any Command.Type) -> String {
        let specs = command.options.map(spec) + (operands(command.operands).map { [$0] } ?? [])
        return (["    \(command.name)) _arguments $common"] + specs).joined(separator: " \\\n        ") + " ;;"
    }

    private static func spec(_ option: Option) -> String {
        let names = option.spellings.map { $0.hasPrefix("--") && option.value != nil ? $0 + "=" : $0 }
        let words =
            "[\(escaped(option.brief))]" + (option.value.map { ":\(escaped($0.placeholder.chinese)):\(action($0))" } ?? "")
        if names.count == 1 { return quoted((option.isRepeated ? "*" : "") + names[0] + words) }
        return quoted("(\(option.spellings.joined(separator: " ")))") + "{\(names.joined(separator: ","))}" + quoted(words)
    }

    private static func operands(_ operands: Operands) -> String? {
        operands.value.map { value in
            let place = operands.count.upperBound == 1 ? "1" : "*"
            return quoted("\(place):\(escaped(value.placeholder.chinese)):\(action(value))")
        }
    }

    private static func action(_ value: Value) -> String {
        switch value.completion {
        case .nothing: ""
        case .folders: "_files -/"
        case .files(let endings): endings.isEmpty ? "_files" : "_files -g \"*.(#i)(\(endings.joined(separator: "|")))(-.)\""
        case .choice(let values), .names(let values): "(\(values.joined(separator: " ")))"
        case .list(let values): "_values -s , \(escaped(value.placeholder.chinese)) \(values.joined(separator: " "))"
        case .commands: "_goalbook_commands"
        case .rules: "_goalbook_rules"
        }
    }

    /// Marks that mean something between the parts of a specification.
    private static func escaped(_ text: String) -> String {
        text.map { ":[]\\".contains($0) ? "\\\($0)" : String($0) }.joined()
    }

    private static func quoted(_ text: String) -> String {
        "'" + text.replacing("'", with: #"'\''"#) + "'"
    }
}
