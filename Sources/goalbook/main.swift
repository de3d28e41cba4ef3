import Commands
import Foundation

Program.begin()
exit(await Program.run(Program.words))
