package slope.cli.train;

import java.util.List;
import slope.report.text.DisplayWidth;

/// The progress line, which is overwritten while a run reads, trains and scores. It never wraps, because a terminal
/// cannot go back to a wrapped line: less important parts are left out.
///
/// @param network such as `network 2 of 5, `, or nothing
/// @param epoch what is done, such as `epoch 3 of 256` or `reading`
/// @param share of the training that is done, from 0 to 1
/// @param losses of the last epoch, or how much is read, or nothing
/// @param timeLeft such as `12 s left`, or nothing
record ProgressLine(String network, String epoch, double share, String losses, String timeLeft) {
    private static final int LONGEST_BAR = 24;

    /// A shorter one shows nothing.
    private static final int SHORTEST_BAR = 8;

    /// @param width of the terminal, whose last column stays empty: some go to the next line behind
    ///     it
    String within(int width) {
        int room = width - 1;
        String known = joined(losses, timeLeft);
        for (String beside : List.of(known, timeLeft)) {
            int bar = Math.min(LONGEST_BAR, room - DisplayWidth.of(network + epoch + "   " + beside));
            if (bar >= SHORTEST_BAR) {
                return network + epoch + " " + bar(bar) + "  " + beside;
            }
        }
        List<String> fromLongToShort = List.of(
                network + (losses.isEmpty() ? joined(epoch, timeLeft) : epoch + ": " + known),
                network + joined(epoch, timeLeft),
                joined(epoch, timeLeft));
        return fromLongToShort.stream()
                .filter(line -> DisplayWidth.of(line) <= room)
                .findFirst()
                .orElseGet(() -> DisplayWidth.cut(epoch, Math.max(1, room)));
    }

    private static String joined(String first, String second) {
        return first + (first.isEmpty() || second.isEmpty() ? "" : ", ") + second;
    }

    private String bar(int width) {
        int filled = (int) (width * share);
        return "█".repeat(filled) + "░".repeat(width - filled);
    }
}
