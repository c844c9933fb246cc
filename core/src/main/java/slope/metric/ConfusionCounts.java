package slope.metric;

/// How often something was there and found, there and missed, or found where it was not.
final class ConfusionCounts {
    private double hits;
    private double misses;
    private double falseAlarms;

    void count(boolean there, boolean found, double weight) {
        if (there && found) {
            hits += weight;
        } else if (there) {
            misses += weight;
        } else if (found) {
            falseAlarms += weight;
        }
    }

    void add(ConfusionCounts other) {
        hits += other.hits;
        misses += other.misses;
        falseAlarms += other.falseAlarms;
    }

    /// 2·hits / (2·hits + misses + false alarms); 0 if it was neither there nor found.
    double f1() {
        double all = 2 * hits + misses + falseAlarms;
        return all == 0 ? 0 : 2 * hits / all;
    }
}
