package slope.cli.lesson;

import java.io.IOException;
import org.jline.utils.NonBlockingReader;

/// What a person asks for while walking.
enum WalkKey {
    NEXT,
    BACK,
    QUIT,
    OTHER;

    private static final int ESCAPE = 27;
    private static final int CONTROL_C = 3;
    private static final int CONTROL_D = 4;

    /// The rest of an arrow key's sequence follows at once; a lone Escape is followed by nothing.
    private static final long SEQUENCE_MILLISECONDS = 100;

    /// Waits for a key.
    ///
    /// Arrow keys arrive as ESC [ A to D, or as ESC O A to D when the terminal is in application
    /// mode (ECMA-48 and DEC's VT100).
    static WalkKey read(NonBlockingReader reader) throws IOException {
        int key = reader.read();
        return switch (key) {
            case '\r', '\n', ' ', 'n', 'j', 'l' -> NEXT;
            case 'b', 'p', 'k', 'h', '\b', 127 -> BACK;
            case 'q', 'Q', CONTROL_C, CONTROL_D, NonBlockingReader.EOF -> QUIT;
            case ESCAPE -> afterEscape(reader);
            default -> OTHER;
        };
    }

    private static WalkKey afterEscape(NonBlockingReader reader) throws IOException {
        int introducer = reader.read(SEQUENCE_MILLISECONDS);
        if (introducer == NonBlockingReader.READ_EXPIRED) {
            return QUIT;
        }
        if (introducer != '[' && introducer != 'O') {
            return OTHER;
        }
        int last = reader.read(SEQUENCE_MILLISECONDS);
        while ((last >= '0' && last <= '9') || last == ';') {
            last = reader.read(SEQUENCE_MILLISECONDS); // numbers before the letter: Shift or Control was held
        }
        return switch (last) {
            case 'B', 'C' -> NEXT;
            case 'A', 'D' -> BACK;
            default -> OTHER;
        };
    }
}
