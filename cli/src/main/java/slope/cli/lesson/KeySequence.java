package slope.cli.lesson;

import java.io.IOException;
import org.jline.utils.NonBlockingReader;

/// What a terminal sends for a key that is no character, or tells unasked: an Escape and what belongs
/// to it (ECMA-48, with the VT100's application mode and the Linux console's function keys).
///
/// Where it ends is told by its characters alone and by no clock, since over a slow line any pause may
/// lie between them. So an Escape alone is no key: what follows it decides. A character that cannot
/// belong to a sequence breaks it off and stands for itself; control characters always do, and with
/// them Ctrl-C.
///
/// @param parameters numbers and marks between its start and its last character
/// @param last the character that says which it is; NUL for what is to be ignored
/// @param brokenOffBy what came in place of the rest, or [#WHOLE]
record KeySequence(String parameters, char last, int brokenOffBy) {
    static final int ESCAPE = 27;

    private static final int BELL = 7;
    private static final int WHOLE = Integer.MIN_VALUE;
    private static final KeySequence IGNORED = new KeySequence("", '\0', WHOLE);

    /// Waits for what belongs to an Escape.
    static KeySequence readAfterEscape(NonBlockingReader reader) throws IOException {
        return introducedBy(reader.read(), reader);
    }

    boolean isWhole() {
        return brokenOffBy == WHOLE;
    }

    /// The first of its numbers; the others say which keys were held.
    String number() {
        int end = parameters.indexOf(';');
        return end < 0 ? parameters : parameters.substring(0, end);
    }

    private static KeySequence introducedBy(int introducer, NonBlockingReader reader) throws IOException {
        return switch (introducer) {
            case '[' -> control(reader);
            case 'O' -> application(reader);
            case ']', 'P', 'X', '^', '_' -> text(reader);
            default -> brokenOff(introducer);
        };
    }

    private static KeySequence control(NonBlockingReader reader) throws IOException {
        StringBuilder parameters = new StringBuilder();
        int next = reader.read();
        while (next >= ' ' && next <= '?') {
            parameters.append((char) next);
            next = reader.read();
        }
        if (next == '[' && parameters.isEmpty()) {
            int functionKey = reader.read(); // ESC [ [ A is F1 on the Linux console
            return isLast(functionKey) ? IGNORED : brokenOff(functionKey);
        }
        return ended(parameters, next);
    }

    /// Some terminals put numbers here as well, against the book.
    private static KeySequence application(NonBlockingReader reader) throws IOException {
        StringBuilder parameters = new StringBuilder();
        int next = reader.read();
        while (next >= '0' && next <= ';') {
            parameters.append((char) next);
            next = reader.read();
        }
        return ended(parameters, next);
    }

    /// A text that the terminal tells, up to its end: ESC \, or a bell.
    private static KeySequence text(NonBlockingReader reader) throws IOException {
        int next = reader.read();
        while (next >= ' ') {
            next = reader.read();
        }
        if (next == ESCAPE) {
            int after = reader.read();
            return after == '\\' ? IGNORED : introducedBy(after, reader);
        }
        return next == BELL ? IGNORED : brokenOff(next);
    }

    private static KeySequence ended(StringBuilder parameters, int last) {
        return isLast(last) ? new KeySequence(parameters.toString(), (char) last, WHOLE) : brokenOff(last);
    }

    private static boolean isLast(int character) {
        return character >= '@' && character <= '~';
    }

    private static KeySequence brokenOff(int character) {
        return new KeySequence("", '\0', character);
    }
}
