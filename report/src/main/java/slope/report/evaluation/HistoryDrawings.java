package slope.report.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import slope.report.evaluation.EvaluatedModel.EpochLosses;
import slope.report.evaluation.EvaluatedModel.NetworkHistory;
import slope.report.page.Axis;
import slope.report.page.Chart;
import slope.report.page.Markup;

/// The losses of the training.
final class HistoryDrawings {
    private HistoryDrawings() {}

    /// @param history of each network; none if it is not known
    static String of(List<NetworkHistory> history) {
        List<String> figures = new ArrayList<>();
        for (NetworkHistory network : history) {
            String name = history.size() == 1 ? "Loss" : "Network %s: loss".formatted(figures.size() + 1);
            figures.add(figure(network, name));
        }
        return figures.isEmpty() ? "" : Markup.section("Training", Markup.beside(figures.toArray(String[]::new)));
    }

    private static String figure(NetworkHistory network, String name) {
        List<EpochLosses> epochs = network.epochs();
        List<Double> losses = new ArrayList<>();
        epochs.forEach(epoch -> losses.addAll(List.of(epoch.trainingLoss(), epoch.validationLoss())));
        Axis loss = Axis.logarithmic("loss", losses);
        return new Chart(new Axis("epoch", 1, Math.max(2, epochs.size())), loss)
                .line("training loss", points(epochs, EpochLosses::trainingLoss))
                .line("validation loss", points(epochs, EpochLosses::validationLoss))
                .reference(
                        new Chart.Point(network.bestEpoch(), loss.from()),
                        new Chart.Point(network.bestEpoch(), loss.to()))
                .figure("%s by epoch; the best epoch was %s".formatted(name, network.bestEpoch()));
    }

    private static List<Chart.Point> points(List<EpochLosses> epochs, ToDoubleFunction<EpochLosses> loss) {
        return epochs.stream()
                .map(epoch -> new Chart.Point(epoch.epoch(), loss.applyAsDouble(epoch)))
                .toList();
    }
}
