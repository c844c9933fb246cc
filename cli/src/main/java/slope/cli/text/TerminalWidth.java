package slope.cli.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.IntUnaryOperator;
import java.util.function.LongSupplier;

/// The width of a terminal that a person may resize. It is asked for anew each second, by `stty` as
/// the launcher does it: Java cannot tell it without native code.
public final class TerminalWidth {
    private static final long NANOSECONDS_BETWEEN = 1_000_000_000;
    private static final int MOST_SECONDS = 1;

    private final LongSupplier nanoTime;
    private final IntUnaryOperator terminal;
    private int columns;
    private long asked;

    /// As it is at the start.
    ///
    /// @param columns that a line may have
    public TerminalWidth(int columns) {
        this(columns, System::nanoTime, TerminalWidth::ask);
    }

    /// @param terminal tells the width, or the one given where it does not know
    TerminalWidth(int columns, LongSupplier nanoTime, IntUnaryOperator terminal) {
        this.columns = columns;
        this.nanoTime = nanoTime;
        this.terminal = terminal;
        this.asked = nanoTime.getAsLong();
    }

    /// How many columns a line may have now.
    public int columns() {
        if (nanoTime.getAsLong() - asked >= NANOSECONDS_BETWEEN) {
            columns = terminal.applyAsInt(columns);
            asked = nanoTime.getAsLong();
        }
        return columns;
    }

    /// @param usual where the terminal does not tell it
    static int ask(int usual) {
        try {
            Process stty = new ProcessBuilder("sh", "-c", "stty size </dev/tty 2>/dev/null").start();
            String size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            boolean isTold = stty.waitFor(MOST_SECONDS, TimeUnit.SECONDS) && size.matches("\\d{1,5} [1-9]\\d{0,4}");
            return isTold ? Integer.parseInt(size.substring(size.indexOf(' ') + 1)) : usual;
        } catch (IOException _) {
            return usual;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return usual;
        }
    }
}
