package slope.report.evaluation;

import java.util.ArrayList;
import java.util.List;
import slope.model.FitRecord;

/// The losses of the training.
final class HistoryDrawings {
    private HistoryDrawings() {}

    /// @param history of each network; none if it is not known
    static String of(List<FitRecord.History> history) {
        StringBuilder drawings = new StringBuilder();
        for (int index = 0; index < history.size(); index++) {
            String name = history.size() == 1 ? "" : "network " + (index + 1);
            drawings.append(figure(history.get(index), name));
        }
        return drawings.isEmpty()
                ? ""
                : Html.section("Training", "<div class=\"drawings\">\n", drawings.toString(), "</div>\n");
    }

    private static String figure(FitRecord.History history, String name) {
        List<Double> losses = new ArrayList<>(history.trainingLosses());
        losses.addAll(history.validationLosses());
        Axis loss = Axis.around("loss", losses);
        Chart chart = new Chart(
                        new Axis(
                                "epoch", 1, Math.max(2, history.trainingLosses().size())),
                        loss)
                .line("training loss", points(history.trainingLosses()))
                .line("validation loss", points(history.validationLosses()))
                .reference(
                        new Chart.Point(history.bestEpoch(), loss.from()),
                        new Chart.Point(history.bestEpoch(), loss.to()));
        return chart.figure("%sloss by epoch; the best epoch was %s"
                .formatted(name.isEmpty() ? "" : name + ": ", history.bestEpoch()));
    }

    private static List<Chart.Point> points(List<Double> losses) {
        List<Chart.Point> points = new ArrayList<>();
        for (int epoch = 1; epoch <= losses.size(); epoch++) {
            points.add(new Chart.Point(epoch, losses.get(epoch - 1)));
        }
        return points;
    }
}
