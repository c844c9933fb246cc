package slope.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.ExitCode;
import slope.internal.file.WholeFile;

/// Standard output that remembers why a write failed: Java's own stream hides the reason, and a
/// truncated result would look complete.
final class StandardOutput extends OutputStream {
    private final OutputStream stream;
    private Optional<IOException> failure = Optional.empty();

    StandardOutput(OutputStream stream) {
        this.stream = stream;
    }

    static StandardOutput ofProcess() {
        return new StandardOutput(new FileOutputStream(FileDescriptor.out));
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            stream.write(bytes, offset, length);
        } catch (IOException first) {
            failure = failure.or(() -> Optional.of(first));
            throw first;
        }
    }

    @Override
    public void flush() throws IOException {
        stream.flush();
    }

    /// The exit code of a command that has printed here, with a sentence if writing failed. A
    /// closed reader, such as `head`, is not a failure.
    ///
    /// @param exitCode of the command itself
    int exitCode(int exitCode, PrintWriter err) {
        Optional<IOException> serious = failure.filter(reason -> !isClosed(reason));
        serious.ifPresent(reason -> {
            err.printf("slope: standard output cannot be written: %s%n", WholeFile.reason(reason));
            err.flush();
        });
        return serious.isPresent() ? ExitCode.USAGE : exitCode;
    }

    private static boolean isClosed(IOException failure) {
        String said = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        return said.contains("broken pipe") || said.contains("pipe is being closed"); // Windows has the second
    }
}
