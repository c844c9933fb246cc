package slope.cli;

import java.io.PrintWriter;
import java.io.Writer;

/// Runs the commands whose classes the start-up cache should hold, all in one process, because the
/// JVM writes one cache per process. Each argument is one command line, for example `"--help"`.
/// What they print is thrown away.
final class Warmup {
    private Warmup() {}

    public static void main(String[] commands) {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        for (String command : commands) {
            Main.run(nowhere, nowhere, command.split(" "));
        }
    }
}
