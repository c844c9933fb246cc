package slope.cli.lesson;

import java.io.Console;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import slope.report.lesson.Walk;

/// A walk on a terminal: one page at a time, led by keys.
final class WalkScreen {
    /// Clears the screen and puts the cursor at its top (ECMA-48: ED and CUP).
    private static final String CLEAR = "\033[2J\033[H";

    private WalkScreen() {}

    /// Whether a terminal is attached, with nothing piped in or out. There may be no console at
    /// all: since JDK 25 a process without a terminal has none again.
    @SuppressWarnings("SystemConsoleNull")
    static boolean isPossible() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    /// Shows a walk on this process's terminal until the last page is left or the user quits.
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
        AtomicBoolean isResized = new AtomicBoolean();
        terminal.handle(Terminal.Signal.WINCH, ignored -> isResized.set(true));
        try {
            WalkScreens screens = WalkScreens.of(walk, terminal.getSize());
            int screen = 0;
            while (screen < screens.places().size()) {
                if (!screens.fit(terminal.getSize())) {
                    int page = screens.places().get(screen).page();
                    screens = WalkScreens.of(walk, terminal.getSize());
                    screen = screens.first(page);
                }
                terminal.writer().print(CLEAR + screens.text(screen).replace("\n", "\r\n"));
                terminal.writer().flush();
                switch (WalkKey.read(terminal.reader(), () -> isResized.getAndSet(false))) {
                    case NEXT -> screen++;
                    case BACK -> screen = Math.max(0, screen - 1);
                    case FIRST -> screen = 0;
                    case LAST -> screen = screens.first(walk.pages().size() - 1);
                    case QUIT -> screen = screens.places().size();
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
