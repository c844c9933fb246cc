package slope.serve.studio.run;

import java.util.List;
import slope.report.json.Report;

/// All runs, for the page.
///
/// @param runs the newest first
/// @param deleted the numbers of those that can be restored
public record RunList(List<RunFacts> runs, List<Integer> deleted) implements Report {
    public RunList {
        runs = List.copyOf(runs);
        deleted = List.copyOf(deleted);
    }

    @Override
    public String report() {
        return "studio-runs";
    }

    @Override
    public int version() {
        return 1;
    }
}
