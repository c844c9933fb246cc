package slope.cli.lesson;

import java.io.Console;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/// A walk on a terminal: one page at a time, led by keys.
final class WalkScreen {
    private static final String HELP = "→ or Enter: next    ←: back    q: quit";

    /// Clears the screen and puts the cursor at its top (ECMA-48: ED and CUP).
    private static final String CLEAR = "\033[2J\033[H";

    private WalkScreen() {}

    /// Whether somebody sits at a terminal, with nothing piped in or out. There may be no console
    /// at all: since JDK 25 a process without a terminal has none again.
    @SuppressWarnings("SystemConsoleNull")
    static boolean isPossible() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    /// Shows a walk on this process's terminal until the last page is left or somebody quits.
    static void show(Walk walk) {
        // Without graphemes JLine does not ask the terminal what else it can do: that costs time, and the
        // answers would come in among the keys.
        try (Terminal terminal = TerminalBuilder.builder()
                .system(true)
                .dumb(true)
                .graphemeCluster(false)
                .build()) {
            show(walk, terminal);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    static void show(Walk walk, Terminal terminal) throws IOException {
        Attributes usual = terminal.enterRawMode();
        try {
            int page = 0;
            while (page < walk.pages().size()) {
                terminal.writer().print(CLEAR + (walk.page(page) + "\n" + HELP).replace("\n", "\r\n"));
                terminal.writer().flush();
                switch (WalkKey.read(terminal.reader())) {
                    case NEXT -> page++;
                    case BACK -> page = Math.max(0, page - 1);
                    case FIRST -> page = 0;
                    case LAST -> page = walk.pages().size() - 1;
                    case QUIT -> page = walk.pages().size();
                    case OTHER -> {}
                }
            }
            terminal.writer().print("\r\n");
            terminal.writer().flush();
        } finally {
            terminal.setAttributes(usual);
        }
    }
}
