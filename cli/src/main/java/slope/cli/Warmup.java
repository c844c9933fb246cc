package slope.cli;

import java.io.PrintWriter;
import java.io.Writer;

/// Runs the commands whose classes the start-up cache should hold, in one process, because the JVM
/// writes one cache a process. Each argument is one command line, for example `"--help"`. Their
/// output is discarded.
final class Warmup {
    private Warmup() {}

    public static void main(String[] commands) {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        for (String command : commands) {
            Main.run(nowhere, nowhere, command.split(" "));
        }
    }
}
