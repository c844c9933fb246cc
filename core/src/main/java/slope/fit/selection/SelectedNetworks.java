package slope.fit.selection;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import slope.model.FittedNetwork;
import slope.model.Model;

/// Selected candidates and how often each counts.
record SelectedNetworks(List<Candidate> candidates, List<Integer> counts) {
    static SelectedNetworks of(List<Candidate> all, int[] counts) {
        int[] chosen = IntStream.range(0, counts.length)
                .filter(each -> counts[each] > 0)
                .toArray();
        return new SelectedNetworks(
                IntStream.of(chosen).mapToObj(all::get).toList(),
                IntStream.of(chosen).map(each -> counts[each]).boxed().toList());
    }

    /// The weighted mean of the candidates, each the mean of its networks. The weights are the
    /// smallest whole numbers that say so.
    Model model() {
        int common = candidates.stream()
                .mapToInt(candidate -> candidate.networks().size())
                .reduce(1, (some, more) -> some / divisor(some, more) * more);
        List<FittedNetwork> networks = new ArrayList<>();
        List<Integer> weights = new ArrayList<>();
        for (int index = 0; index < candidates.size(); index++) {
            List<FittedNetwork> ofCandidate = candidates.get(index).networks();
            for (FittedNetwork network : ofCandidate) {
                networks.add(network);
                weights.add(counts.get(index) * (common / ofCandidate.size()));
            }
        }
        return new Model(networks, reduced(weights));
    }

    /// The networks that were not trained on the rows of a fold.
    ///
    /// @param fold from 0
    Model ofFold(int fold) {
        return new Model(
                candidates.stream()
                        .map(candidate -> candidate.networks().get(fold))
                        .toList(),
                reduced(counts));
    }

    private static List<Integer> reduced(List<Integer> weights) {
        int divisor = weights.stream().reduce(0, SelectedNetworks::divisor);
        return weights.stream().map(weight -> weight / divisor).toList();
    }

    /// The greatest common divisor (Euclid, Elements VII.2).
    private static int divisor(int some, int more) {
        return more == 0 ? some : divisor(more, some % more);
    }
}
