package slope.report.model;

import java.util.Locale;
import java.util.Optional;
import slope.layer.ParameterLayout;
import slope.layer.Parameters;
import slope.model.FittedNetwork;
import slope.model.Model;
import slope.network.Network;
import slope.run.ModelAndRows;

/// The parameters of a model.
///
/// @param count of all networks
/// @param nonFinite those that are not finite
/// @param firstNonFinite the place of the first of them
public record ParameterFacts(long count, long nonFinite, Optional<ParameterPlace> firstNonFinite) {

    /// Those of all networks.
    public static ParameterFacts of(Model model) {
        return new ParameterFacts(
                model.members().stream()
                        .map(FittedNetwork::network)
                        .map(Network::parameters)
                        .mapToLong(Parameters::count)
                        .sum(),
                model.members().stream()
                        .mapToLong(member -> nonFinite(member.network().parameters()))
                        .sum(),
                model.members().stream()
                        .flatMap(member -> firstNonFinite(member.network().parameters()).stream())
                        .findFirst()
                        .map(ParameterPlace::of));
    }

    /// A sentence about parameters that are not finite, if the model has any.
    public static Optional<String> warning(ModelAndRows given) {
        return of(given.model().model()).warning(given.path().toString());
    }

    /// A sentence about those that are not finite, if there are any.
    ///
    /// @param model its name
    public Optional<String> warning(String model) {
        return firstNonFinite.map(first -> String.format(
                Locale.ROOT,
                "%,d of the parameters in %s %s not finite (NaN or infinite), the first in %s: do not trust what it"
                        + " predicts",
                nonFinite,
                model,
                nonFinite == 1 ? "is" : "are",
                first.text()));
    }

    private static long nonFinite(Parameters parameters) {
        long count = 0;
        for (float value : parameters.toArray()) {
            count += Float.isFinite(value) ? 0 : 1;
        }
        return count;
    }

    private static Optional<ParameterLayout.Block> firstNonFinite(Parameters parameters) {
        float[] values = parameters.toArray();
        int index = 0;
        while (index < values.length && Float.isFinite(values[index])) {
            index++;
        }
        int found = index;
        return parameters.layout().blocks().stream()
                .filter(block -> block.offset() <= found && found < block.offset() + block.length())
                .findFirst();
    }
}
