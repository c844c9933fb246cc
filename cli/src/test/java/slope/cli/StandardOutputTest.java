package slope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StandardOutputTest {
    @Test
    void aFullDiskIsTold() {
        assertThat(said("No space left on device", 0))
                .isEqualTo("2 slope: standard output cannot be written: the disk is full; make room and try again\n");
    }

    @Test
    void aReaderThatHasEnoughIsNoFailure() {
        assertThat(said("Broken pipe", 0)).isEqualTo("0 ");
    }

    @Test
    void whatIsWrittenLeavesTheExitCodeAsItIs() {
        StandardOutput output = new StandardOutput(OutputStream.nullOutputStream());
        new PrintWriter(output, true, StandardCharsets.UTF_8).println("a result");
        assertThat(output.exitCode(1, new PrintWriter(new StringWriter()))).isEqualTo(1);
    }

    /// The exit code and the sentence when nothing can be written.
    private static String said(String reason, int exitCode) {
        StandardOutput output = new StandardOutput(new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw new IOException(reason);
            }
        });
        new PrintWriter(output, true, StandardCharsets.UTF_8).println("a result");
        StringWriter err = new StringWriter();
        return output.exitCode(exitCode, new PrintWriter(err)) + " " + err;
    }
}
