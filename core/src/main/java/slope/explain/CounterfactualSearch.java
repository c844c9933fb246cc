package slope.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import slope.table.Table;
import slope.target.Predictions;

/// Searches the cheapest changes of a row that lead to a wanted prediction: all values of each column,
/// then all pairs of values of the columns that come nearest to it by themselves.
final class CounterfactualSearch {
    private static final int STRONGEST = 8;
    private static final int MOST_FOUND = 3;

    /// Pairs that are predicted together, from the cheapest on.
    private static final int BLOCK = 4096;

    private final ModelOutputs outputs;
    private final Table table;
    private final int row;
    private final Wanted wanted;
    private final List<ColumnGroup> columns; // one each

    CounterfactualSearch(ModelOutputs outputs, Table table, int row, Wanted wanted) {
        this.outputs = outputs;
        this.table = table;
        this.row = row;
        this.wanted = wanted;
        this.columns =
                ColumnGroup.covering(List.copyOf(outputs.model().columns().keySet()), List.of());
    }

    /// Changes of the row.
    private record Candidate(List<ColumnChanges.Other> others) {
        static Candidate of(ColumnChanges.Other... others) {
            return new Candidate(List.of(others));
        }

        double cost() {
            return others.stream().mapToDouble(ColumnChanges.Other::cost).sum();
        }
    }

    /// A candidate with its prediction.
    ///
    /// @param progress towards the wanted prediction
    private record Tried(Candidate candidate, boolean isReached, double progress, Counterfactual counterfactual) {
        private static final Comparator<Tried> CHEAPEST = Comparator.comparingDouble(
                        (Tried tried) -> tried.counterfactual.cost())
                .thenComparing(Comparator.comparingDouble(Tried::progress).reversed());
    }

    /// The cheapest change of each column that one suffices of, and the cheapest pair if it costs less than all
    /// of them; at most three, the cheapest first.
    ///
    /// @param counted rows whose values are tried
    /// @param fixed columns that keep their value; an exposure always does
    List<Counterfactual> found(int[] counted, Set<String> fixed) {
        List<List<ColumnChanges.Other>> others = columns.stream()
                .map(ColumnGroup::name)
                .map(name -> fixed.contains(name) || isExposure(name)
                        ? List.<ColumnChanges.Other>of()
                        : new ColumnChanges(
                                        table,
                                        counted,
                                        name,
                                        outputs.model().record().ranges())
                                .of(row))
                .toList();
        List<List<Tried>> singles = singles(others);
        List<Tried> cheapest = singles.stream()
                .flatMap(tried -> tried.stream().filter(Tried::isReached).min(Tried.CHEAPEST).stream())
                .sorted(Tried.CHEAPEST)
                .toList();
        double most = cheapest.isEmpty()
                ? Double.POSITIVE_INFINITY
                : cheapest.getFirst().counterfactual().cost();
        return Stream.concat(cheapestPair(strongest(singles), others, most).stream(), cheapest.stream())
                .limit(MOST_FOUND)
                .map(Tried::counterfactual)
                .toList();
    }

    private boolean isExposure(String name) {
        return outputs.model().members().stream()
                .flatMap(member -> member.target().exposure().stream())
                .anyMatch(exposure -> exposure.column().equals(name));
    }

    /// Each change of one column, by column.
    private List<List<Tried>> singles(List<List<ColumnChanges.Other>> others) {
        List<Tried> all =
                tried(others.stream().flatMap(List::stream).map(Candidate::of).toList());
        List<List<Tried>> ofColumn = new ArrayList<>();
        int start = 0;
        for (List<ColumnChanges.Other> each : others) {
            ofColumn.add(all.subList(start, start + each.size()));
            start += each.size();
        }
        return ofColumn;
    }

    /// The columns one change of which comes nearest to the wanted prediction.
    private static int[] strongest(List<List<Tried>> singles) {
        return IntStream.range(0, singles.size())
                .filter(column -> !singles.get(column).isEmpty())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer column) -> singles.get(column).stream()
                                .mapToDouble(Tried::progress)
                                .max()
                                .orElseThrow())
                        .reversed())
                .limit(STRONGEST)
                .mapToInt(column -> column)
                .toArray();
    }

    /// @param most what it has to cost less than
    private Optional<Tried> cheapestPair(int[] strongest, List<List<ColumnChanges.Other>> others, double most) {
        List<Candidate> pairs = new ArrayList<>();
        for (int first = 0; first < strongest.length; first++) {
            for (int second = first + 1; second < strongest.length; second++) {
                for (ColumnChanges.Other one : ColumnChanges.mostFrequent(others.get(strongest[first]))) {
                    for (ColumnChanges.Other other : ColumnChanges.mostFrequent(others.get(strongest[second]))) {
                        if (one.cost() + other.cost() < most) {
                            pairs.add(Candidate.of(one, other));
                        }
                    }
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Candidate::cost));
        for (int start = 0; start < pairs.size(); start += BLOCK) {
            Optional<Tried> found = tried(pairs.subList(start, Math.min(start + BLOCK, pairs.size()))).stream()
                    .filter(Tried::isReached)
                    .min(Tried.CHEAPEST);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private List<Tried> tried(List<Candidate> candidates) {
        MixedRows mixed = new MixedRows(outputs.model(), table, columns);
        List<String> names = columns.stream().map(ColumnGroup::name).toList();
        for (Candidate candidate : candidates) {
            int[] sources = new int[names.size()];
            Arrays.fill(sources, row);
            candidate.others.forEach(
                    other -> sources[names.indexOf(other.change().column())] = other.source());
            mixed.add(sources);
        }
        double[] decoded = mixed.decoded();
        Predictions predictions = outputs.predictions(decoded);
        double[] numbers = outputs.of(decoded);
        return IntStream.range(0, candidates.size())
                .mapToObj(index -> new Tried(
                        candidates.get(index),
                        wanted.isReached(predictions, index),
                        wanted.progress(predictions, index),
                        new Counterfactual(
                                candidates.get(index).others.stream()
                                        .map(ColumnChanges.Other::change)
                                        .toList(),
                                candidates.get(index).cost(),
                                predictions.textOfRow(index),
                                Arrays.stream(numbers, index * outputs.count(), (index + 1) * outputs.count())
                                        .boxed()
                                        .toList())))
                .toList();
    }
}
