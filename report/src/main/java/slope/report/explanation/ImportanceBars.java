package slope.report.explanation;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import slope.report.explanation.ImportanceFacts.ColumnImportance;
import slope.report.page.Axis;
import slope.report.page.RowBars;

/// The importance of columns as a chart: a bar for each, with its interval.
public final class ImportanceBars {
    private static final int MOST_COLUMNS = 15;

    private ImportanceBars() {}

    /// A figure of a page.
    public static String figure(ImportanceFacts facts) {
        List<Map.Entry<String, ColumnImportance>> columns =
                facts.columns().entrySet().stream().limit(MOST_COLUMNS).toList();
        RowBars bars = new RowBars(Axis.around(
                "larger " + facts.metric(),
                Stream.concat(
                                Stream.of(0.0),
                                columns.stream()
                                        .map(Map.Entry::getValue)
                                        .flatMap(each -> Stream.of(each.lower(), each.upper())))
                        .toList()));
        columns.forEach(each -> bars.bar(each.getKey(), 0, each.getValue().mean(), "bar")
                .interval(each.getValue().lower(), each.getValue().upper()));
        return bars.figure("Importance by permutation");
    }
}
