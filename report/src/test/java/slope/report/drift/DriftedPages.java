package slope.report.drift;

import java.util.Map;
import java.util.stream.IntStream;
import slope.report.Trained;
import slope.table.Table;
import slope.tables.TableFiles;

/// A page of two tables that differ.
public final class DriftedPages {
    private DriftedPages() {}

    /// By name.
    public static Map<String, String> all() {
        return Map.of("drift", penguins().page());
    }

    /// All penguins, and the first half of them.
    static DriftReport penguins() {
        Table all = TableFiles.read(Trained.PENGUINS);
        Table half = all.select(IntStream.range(0, all.rows() / 2).toArray());
        return DriftReport.of("all.csv", all, "half.csv", half, 1);
    }
}
