package slope.report.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import slope.run.FinishedRun;
import slope.table.profile.InputColumns;

/// The columns that are no inputs, with the reason for each.
final class IgnoredColumns {
    private IgnoredColumns() {}

    static List<InputColumns.LeftOut> of(FinishedRun run) {
        Set<String> ignored = new TreeSet<>(run.request().reading().ignored());
        List<InputColumns.LeftOut> columns = new ArrayList<>();
        ignored.forEach(name -> columns.add(new InputColumns.LeftOut(name, "ignored by name")));
        columns.addAll(run.plan().columns().leftOut());
        return columns;
    }
}
