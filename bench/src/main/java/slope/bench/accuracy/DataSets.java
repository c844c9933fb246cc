package slope.bench.accuracy;

import java.util.List;
import java.util.stream.IntStream;
import slope.bench.accuracy.DataSet.Score;
import slope.metric.Metric;
import slope.target.TargetChoice;
import slope.target.TargetKind;

/// The tables that recipes are measured on. Scores of others are scikit-learn 1.2.1's with its
/// defaults, on the same training and test rows.
final class DataSets {
    private DataSets() {}

    static final List<DataSet> ALL = List.of(
            DataSet.of(
                    "california",
                    TargetChoice.of("MedHouseVal"),
                    new Score(Metric.RMSE, "0.556", "0.465", 0.480, 0.445)),
            DataSet.of(
                    "housing_messy",
                    TargetChoice.of("median_house_value"),
                    new Score(Metric.RMSE, "53741", "48341", 48_900, 46_500)),
            DataSet.of("diamonds", TargetChoice.of("price"), new Score(Metric.RMSE, "591", "540", 550, 525)),
            DataSet.of(
                    "adult",
                    TargetChoice.of("income"),
                    new Score(Metric.ACCURACY, "0.841", "0.872", 0.857, 0.869),
                    new Score(Metric.AUC, "0.891", "0.927", 0.910, 0.923)),
            DataSet.of(
                            "churn",
                            TargetChoice.of("Exited"),
                            new Score(Metric.ACCURACY, "0.864", "0.872", 0.866, 0.873),
                            new Score(Metric.AUC, "0.855", "0.862", 0.860, 0.867))
                    .ignoring("Surname"),
            DataSet.of("higgs7k", TargetChoice.of("signal"), new Score(Metric.AUC, "0.766", "0.833", 0.810, 0.830)),
            DataSet.of("mnist10k", classes("label"), new Score(Metric.ACCURACY, "0.952", "0.964", 0.963, 0.970)),
            DataSet.of("digits", classes("target"), new Score(Metric.ACCURACY, "0.975", "0.967", 0.975, 0.985)),
            DataSet.of(
                            "titanic",
                            TargetChoice.of("Survived"),
                            new Score(Metric.ACCURACY, "0.815", "0.826", 0.815, 0.840))
                    .categorical("Pclass")
                    .ignoring("PassengerId", "Name", "Ticket", "Cabin"),
            DataSet.of(
                            "bike_hour",
                            TargetChoice.of("cnt").kind(TargetKind.COUNT),
                            new Score(Metric.RMSE, "43.0", "42.9", 41.5, 38.5),
                            new Score(Metric.POISSON_DEVIANCE, "31.9", "8.4", 8.5, 6.8))
                    .categorical("season", "mnth", "hr", "weekday", "weathersit")
                    .ignoring("dteday"),
            DataSet.of(
                            "ohlsson_claims",
                            TargetChoice.of("antskad").exposure("duration"),
                            new Score(Metric.POISSON_DEVIANCE, "0.123", "0.092", 0.0885, 0.0870))
                    .categorical("zon", "mcklass", "bonuskl"),
            DataSet.of("insteval", TargetChoice.of("y"), new Score(Metric.RMSE, "1.345", "1.258", 1.222, 1.200))
                    .categorical("s", "d", "studage", "lectage", "dept"),
            DataSet.of("energy_2out", TargetChoice.of("Y1", "Y2"), new Score(Metric.RMSE, "2.37", "1.07", 1.35, 0.8)),
            DataSet.of(
                    "yeast_multilabel",
                    TargetChoice.of(IntStream.rangeClosed(1, 14)
                            .mapToObj(label -> "Class" + label)
                            .toArray(String[]::new)),
                    new Score(Metric.MICRO_F1, "0.598", "0.649", 0.635, 0.655)),
            DataSet.of("iris", classes("target"), new Score(Metric.ACCURACY, "1.0", "0.90", 0.9666, 0.9666)),
            DataSet.of("wine", classes("target"), new Score(Metric.ACCURACY, "1.0", "1.0", 0.97, 0.97)),
            DataSet.of("breast_cancer", classes("target"), new Score(Metric.ACCURACY, "0.956", "0.956", 0.956, 0.956)));

    private static TargetChoice classes(String column) {
        return TargetChoice.of(column).kind(TargetKind.MULTICLASS);
    }
}
