import Commands
import Foundation

Program.begin()
exit(await Program.run(Array(CommandLine.arguments.dropFirst())))
