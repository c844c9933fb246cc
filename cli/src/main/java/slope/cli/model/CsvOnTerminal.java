package slope.cli.model;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import slope.cli.text.SafeWriter;
import slope.cli.text.Surface;
import slope.internal.text.Sentence;

/// CSV for a terminal: control characters are made visible, and each row stays on one line.
/// Programs get the bytes unchanged.
public final class CsvOnTerminal extends Writer {
    private final Writer terminal;
    private boolean quoted;

    private CsvOnTerminal(Writer terminal) {
        this.terminal = terminal;
    }

    /// What rows are written to: this where a person looks at standard output, else the writer that
    /// changes nothing.
    public static Writer orExact(PrintWriter standard) {
        PrintWriter exact = SafeWriter.exact(standard);
        return Surface.ofOutput() == Surface.TERMINAL ? new CsvOnTerminal(exact) : exact;
    }

    @Override
    public void write(char[] letters, int offset, int length) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int index = offset; index < offset + length; index++) {
            quoted ^= letters[index] == '"';
            lines.append(quoted && letters[index] == '\n' ? Sentence.visible("\n") : letters[index]);
        }
        terminal.write(Sentence.visibleLines(lines.toString()));
    }

    @Override
    public void flush() throws IOException {
        terminal.flush();
    }

    @Override
    public void close() throws IOException {
        terminal.close();
    }
}
