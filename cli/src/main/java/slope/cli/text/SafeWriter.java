package slope.cli.text;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Locale;
import slope.internal.text.Sentence;

/// What a command says to people, whatever the data in it may be: nothing that comes through here moves a cursor,
/// clears a screen or turns the direction of writing. Every command writes here, so that none can forget it.
///
/// What [#print(String)] gets is laid out in lines; [#println(String)] makes one line of what it gets; and of a format
/// only its own words may have ends of lines. Numbers are the same in every country.
// PrintWriter's own methods lack that annotation too, and Slope has no dependency for it.
@SuppressWarnings("AnnotateFormatMethod")
public final class SafeWriter extends PrintWriter {
    private final PrintWriter exact;

    private SafeWriter(PrintWriter exact) {
        super(exact);
        this.exact = exact;
    }

    /// Writes to another writer.
    public static SafeWriter of(PrintWriter writer) {
        return writer instanceof SafeWriter safe ? safe : new SafeWriter(writer);
    }

    /// The writer behind a safe one: for data that programs read and for Slope's own orders to a terminal.
    public static PrintWriter exact(PrintWriter writer) {
        return writer instanceof SafeWriter safe ? safe.exact : writer;
    }

    @Override
    public void write(int letter) {
        write(Character.toString(letter));
    }

    @Override
    public void write(char[] letters, int offset, int length) {
        write(new String(letters, offset, length));
    }

    @Override
    public void write(String text, int offset, int length) {
        String part = text.substring(offset, offset + length);
        exact.write(part.equals(System.lineSeparator()) ? part : Sentence.visibleLines(part));
    }

    @Override
    public void println(String line) {
        super.println(Sentence.visible(line));
    }

    @Override
    public SafeWriter format(String format, Object... values) {
        Object[] visible = Arrays.stream(values)
                .map(value -> value instanceof Number ? value : Sentence.visible(String.valueOf(value)))
                .toArray();
        print(String.format(Locale.ROOT, format, visible));
        return this;
    }

    /// In the way of no country.
    @Override
    public SafeWriter format(Locale country, String format, Object... values) {
        return format(format, values);
    }
}
