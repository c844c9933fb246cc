package slope.cli.lesson;

import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.jline.utils.NonBlockingReader;

/// What a person asks for while walking.
enum WalkKey {
    NEXT,
    BACK,
    FIRST,
    LAST,
    QUIT,
    OTHER;

    private static final long MOMENT_MILLIS = 100;
    private static final int CONTROL_C = 3;
    private static final int CONTROL_D = 4;

    /// Waits for a key, or until something else wants the page to be shown again.
    ///
    /// @param isDisturbed asked several times a second
    static WalkKey read(NonBlockingReader reader, BooleanSupplier isDisturbed) throws IOException {
        while (reader.peek(MOMENT_MILLIS) == NonBlockingReader.READ_EXPIRED) {
            if (isDisturbed.getAsBoolean()) {
                return OTHER;
            }
        }
        return read(reader);
    }

    /// Waits for a key.
    static WalkKey read(NonBlockingReader reader) throws IOException {
        int key = reader.read();
        while (key == KeySequence.ESCAPE) {
            KeySequence sequence = KeySequence.readAfterEscape(reader);
            if (sequence.isWhole()) {
                return of(sequence);
            }
            key = sequence.brokenOffBy();
        }
        return of(key);
    }

    private static WalkKey of(int key) {
        return switch (key) {
            case '\r', '\n', ' ', 'n', 'j', 'l' -> NEXT;
            case 'b', 'p', 'k', 'h', '\b', 127 -> BACK;
            case 'q', 'Q', CONTROL_C, CONTROL_D, NonBlockingReader.EOF -> QUIT;
            default -> OTHER;
        };
    }

    /// The keys of xterm, its kin and DEC's VT220; numbers behind a semicolon say that Shift or Control
    /// was held.
    private static WalkKey of(KeySequence sequence) {
        return switch (sequence.last()) {
            case 'B', 'C' -> NEXT;
            case 'A', 'D' -> BACK;
            case 'H' -> FIRST;
            case 'F' -> LAST;
            case '~' ->
                switch (sequence.number()) {
                    case "6" -> NEXT; // page down
                    case "5" -> BACK; // page up
                    case "1", "7" -> FIRST;
                    case "4", "8" -> LAST;
                    default -> OTHER;
                };
            default -> OTHER;
        };
    }
}
