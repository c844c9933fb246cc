package slope.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/// A command that was run in this process, and what came of it.
///
/// @param exitCode what the shell would see
/// @param out what it printed
/// @param err what it said besides: progress and complaints
public record Ran(int exitCode, String out, String err) {

    /// Runs one command line.
    public static Ran slope(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
        return new Ran(exitCode, out.toString(), err.toString());
    }
}
