package slope.cli;

import static org.assertj.core.api.Assertions.assertThat;

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

    /// Makes sure that it was refused in one sentence, behind which nothing stands.
    ///
    /// @param wanted what the sentence has to contain
    public void assertRefused(String wanted) {
        assertThat(exitCode).as(err).isEqualTo(2);
        assertThat(out).isEmpty();
        assertThat(err.lines().toList().getLast())
                .startsWith("slope: ")
                .contains(wanted)
                .doesNotContain("Exception");
    }
}
