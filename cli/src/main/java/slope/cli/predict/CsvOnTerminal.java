package slope.cli.predict;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import slope.cli.text.SafeWriter;
import slope.cli.text.Surface;
import slope.table.Sentence;

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
        StringBuilder shown = new StringBuilder();
        for (char letter : new String(letters, offset, length).toCharArray()) {
            quoted ^= letter == '"';
            shown.append(letter == '\n' && !quoted ? "\n" : Sentence.visible(String.valueOf(letter)));
        }
        terminal.write(shown.toString());
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
