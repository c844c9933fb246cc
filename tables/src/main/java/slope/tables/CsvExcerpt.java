package slope.tables;

import java.nio.charset.StandardCharsets;
import slope.internal.text.Sentence;
import slope.table.Excerpt;

/// The line around a field of CSV, for a person to look at.
final class CsvExcerpt {
    private static final int MOST_BYTES = 120; // of each part
    private static final String ELLIPSIS = "…";

    private CsvExcerpt() {}

    /// The line on which a field begins.
    ///
    /// @param start of the field
    /// @param stop behind it
    /// @param end of the text
    static Excerpt of(byte[] bytes, int start, int stop, int end) {
        int from = start;
        while (from > 0 && start - from < MOST_BYTES && !isLineEnd(bytes[from - 1])) {
            from--;
        }
        int fieldEnd = until(bytes, start, stop);
        int to = until(bytes, fieldEnd, end);
        boolean isCutBefore = from > 0 && !isLineEnd(bytes[from - 1]);
        boolean isCutField = fieldEnd < stop;
        boolean isCutBehind = !isCutField && to < end && !isLineEnd(bytes[to]);
        return new Excerpt(
                (isCutBefore ? ELLIPSIS : "") + text(bytes, from, start),
                text(bytes, start, fieldEnd) + (isCutField ? ELLIPSIS : ""),
                isCutField ? "" : text(bytes, fieldEnd, to) + (isCutBehind ? ELLIPSIS : ""));
    }

    /// Where the line ends, or this part of it.
    private static int until(byte[] bytes, int start, int end) {
        int stop = start;
        while (stop < end && stop - start < MOST_BYTES && !isLineEnd(bytes[stop])) {
            stop++;
        }
        return stop;
    }

    private static boolean isLineEnd(byte value) {
        return value == '\n' || value == '\r';
    }

    /// Characters that are cut in two at an end are left out.
    private static String text(byte[] bytes, int start, int end) {
        int from = start;
        while (from < end && isContinuation(bytes[from])) {
            from++;
        }
        int to = end;
        while (to > from && to < bytes.length && isContinuation(bytes[to])) {
            to--;
        }
        return Sentence.visible(new String(bytes, from, to - from, StandardCharsets.UTF_8));
    }

    private static boolean isContinuation(byte value) {
        return (value & 0xC0) == 0x80;
    }
}
