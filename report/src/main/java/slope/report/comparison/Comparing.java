package slope.report.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import slope.evaluation.Bootstrap;
import slope.evaluation.Comparison;
import slope.report.model.ScoreFacts;
import slope.report.model.TargetFacts;
import slope.run.ModelAndRows;
import slope.run.RecordedLoss;
import slope.run.RecordedRequest;
import slope.table.DataException;

/// Gathers the facts of a comparison.
final class Comparing {
    private final ModelAndRows first;
    private final ModelAndRows second;
    private final ComparisonRequest request;
    private final Optional<String> weight;
    private final ReadRows ofFirst;
    private final ReadRows ofSecond;
    private final Optional<String> group;

    Comparing(ModelAndRows first, ModelAndRows second, ComparisonRequest request) {
        this.first = first;
        this.second = second;
        this.request = request;
        requireSameTarget();
        this.weight = weight(first).filter(column -> weight(second).equals(Optional.of(column)));
        List<String> needed = new ArrayList<>(first.targets());
        Stream.of(request.by(), request.group()).flatMap(Optional::stream).forEach(needed::add);
        this.ofFirst = new ReadRows(first, weight, needed);
        this.ofSecond = new ReadRows(second, weight, needed);
        this.group = request.group()
                .or(() -> Stream.of(first, second)
                        .flatMap(model -> RecordedRequest.group(model.model()).stream())
                        .filter(column -> ofFirst.table().find(column).isPresent())
                        .findFirst());
        requireNewRows();
    }

    private void requireSameTarget() {
        if (!first.targets().equals(second.targets())) {
            throw new DataException("%s predicts %s and %s predicts %s; models are compared that predict the same"
                    .formatted(
                            first.path(),
                            String.join(", ", first.targets()),
                            second.path(),
                            String.join(", ", second.targets())));
        }
    }

    private void requireNewRows() {
        if (request.onTrainingRows()) {
            return;
        }
        Optional<ModelAndRows> learned = ofFirst.areTrainedOn()
                ? Optional.of(first)
                : ofSecond.areTrainedOn() ? Optional.of(second) : Optional.empty();
        if (learned.isPresent()) {
            throw new DataException(
                    "%s learned from the rows of %s, and its scores there say little; compare the models on rows that neither learned from, or accept training rows"
                            .formatted(learned.get().path(), first.rowsName()));
        }
    }

    private static Optional<String> weight(ModelAndRows given) {
        return RecordedLoss.of(given.model()).weightColumn();
    }

    ComparisonReport report() {
        Comparison compared = Comparison.of(ofFirst.evaluation(), ofSecond.evaluation());
        int rows = compared.first().rows().rows();
        Bootstrap bootstrap = group.map(
                        column -> Bootstrap.ofGroups(compared.first().rows().column(column), request.seed()))
                .orElseGet(() -> Bootstrap.ofRows(rows, request.seed()));
        double[] speed = PredictionSpeed.of(ofFirst.model(), ofFirst.table(), ofSecond.model(), ofSecond.table());
        ComparedModels models = new ComparedModels(
                ComparedModel.of(first, speed[0], ofFirst.areTrainedOn()),
                ComparedModel.of(second, speed[1], ofSecond.areTrainedOn()),
                SettingDifference.between(
                        first.model().model().record(), second.model().model().record()),
                Stream.of(ofFirst, ofSecond)
                        .flatMap(each -> each.learned().stream())
                        .toList());
        return new ComparisonReport(
                models,
                TargetFacts.of(ofFirst.model().target()),
                new ScoredRowFacts(
                        first.rowsName(),
                        rows,
                        ofFirst.table().rows() - rows,
                        weight.filter(column -> ofFirst.table().find(column).isPresent()),
                        !weight(first).equals(weight(second)),
                        ScoreFacts.of(compared.first().scores().baseline())),
                ComparedScores.of(compared, bootstrap, group),
                AgreementFacts.of(compared, first.targets(), group.isPresent() ? Optional.empty() : compared.mcNemar()),
                request.by().map(column -> ComparedValues.of(ofFirst, ofSecond, column, group, request.seed())));
    }
}
