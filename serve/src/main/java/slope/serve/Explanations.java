package slope.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import slope.explain.Attribution;
import slope.explain.Attributions;
import slope.explain.Explainer;
import slope.serve.http.HttpException;
import slope.serve.http.OwnThread;
import slope.serve.inference.InferRequest;
import slope.serve.inference.Tensor;
import slope.serve.model.ServedModel;
import slope.table.CategoryColumn;
import slope.table.NumberColumn;

/// Attributions beside predictions, `"parameters": {"explain": true}`: a tensor `[rows, outputs]` for each column of
/// the
/// model, and what they add up from.
final class Explanations {
    /// Each takes some hundred predictions.
    private static final int MOST_ROWS = 10;

    private static final String PREFIX = "attribution_";
    private static final String OUTPUTS = "outputs";
    private static final String BASE = "base";

    private Explanations() {}

    /// Refuses more than can be explained, before anything is computed.
    ///
    /// @throws HttpException if there are too many rows, or none to explain them by
    static void requireFor(InferRequest request, ServedModel model) {
        if (request.isExplained() && request.rows().rows() > MOST_ROWS) {
            throw new HttpException(
                    400,
                    "\"explain\" is for at most %s rows, and the request has %s"
                            .formatted(MOST_ROWS, request.rows().rows()));
        }
        if (request.isExplained() && model.explainer().isEmpty()) {
            throw new HttpException(
                    400, "this server has no background rows, which attributions start from; leave \"explain\" out");
        }
    }

    /// The names of the tensors that are asked for.
    static List<String> names(InferRequest request, ServedModel model) {
        return request.isExplained()
                ? Stream.concat(Stream.of(OUTPUTS, BASE), model.columns().keySet().stream())
                        .map(PREFIX::concat)
                        .toList()
                : List.of();
    }

    /// The attributions, if they are asked for.
    static List<Tensor> of(InferRequest request, ServedModel model) {
        if (!request.isExplained()) {
            return List.of();
        }
        Explainer explainer = model.explainer().orElseThrow();
        try {
            return tensors(OwnThread.result(() -> explainer.attributions(request.rows())));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static List<Tensor> tensors(Attributions attributions) {
        int outputs = attributions.outputs().size();
        List<Tensor> tensors = new ArrayList<>();
        tensors.add(new Tensor(
                PREFIX + OUTPUTS,
                List.of(outputs),
                CategoryColumn.of(PREFIX + OUTPUTS, attributions.outputs().toArray(String[]::new))));
        tensors.add(numbers(BASE, List.of(outputs), attributions.base().predictions()));
        for (int group = 0; group < attributions.groups().size(); group++) {
            List<Double> contributions = new ArrayList<>();
            for (Attribution row : attributions.rows()) {
                contributions.addAll(row.contributions().get(group));
            }
            tensors.add(numbers(
                    attributions.groups().get(group).name(),
                    List.of(attributions.rows().size(), outputs),
                    contributions));
        }
        return tensors;
    }

    private static Tensor numbers(String name, List<Integer> shape, List<Double> numbers) {
        return new Tensor(
                PREFIX + name,
                shape,
                NumberColumn.of(
                        PREFIX + name,
                        numbers.stream().mapToDouble(Double::doubleValue).toArray()));
    }
}
