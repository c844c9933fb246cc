package slope.report.explanation;

/// Bars of letters, for terminals.
final class Bars {
    private static final int WIDTH = 20;
    private static final String FULL = "█";
    private static final String HALF = "▌";
    private static final String SPARKS = "▁▂▃▄▅▆▇█";

    private Bars() {}

    /// A bar to the right.
    ///
    /// @param share of the longest one, from 0 to 1
    static String right(double share) {
        return right(share, WIDTH);
    }

    private static String right(double share, int width) {
        long halves = Math.max(0, Math.round(2 * width * share));
        return FULL.repeat((int) halves / 2) + (halves % 2 == 1 ? HALF : "");
    }

    /// A bar to the left of the middle for a number below 0, else to the right of it.
    ///
    /// @param share of the longest one, from -1 to 1
    static String around(double share) {
        int half = WIDTH / 2;
        if (!(share < 0)) {
            return " ".repeat(half) + "│" + right(share, half);
        }
        int full = (int) Math.round(half * -share);
        return " ".repeat(half - full) + FULL.repeat(full) + "│";
    }

    /// A letter for each number, higher for larger ones.
    static String spark(double[] numbers) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double number : numbers) {
            least = Math.min(least, number);
            most = Math.max(most, number);
        }
        StringBuilder sparks = new StringBuilder();
        for (double number : numbers) {
            double share = most > least ? (number - least) / (most - least) : 0;
            sparks.append(SPARKS.charAt((int) Math.round(share * (SPARKS.length() - 1))));
        }
        return sparks.toString();
    }
}
