package slope.serve.studio.data;

import java.util.List;
import java.util.Optional;
import slope.report.json.Report;

/// How the studio stands.
///
/// @param slope its version
/// @param folder where runs are kept
/// @param table that is open
/// @param atWork the number of the run at work
/// @param runs how many there are
/// @param examples tables that it brings along
public record StateReport(
        String slope, String folder, TableFacts table, Optional<Integer> atWork, int runs, List<Example.Facts> examples)
        implements Report {
    public StateReport {
        examples = List.copyOf(examples);
    }

    @Override
    public String report() {
        return "studio-state";
    }

    @Override
    public int version() {
        return 1;
    }
}
