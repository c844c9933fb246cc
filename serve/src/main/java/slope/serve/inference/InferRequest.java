package slope.serve.inference;

import java.util.List;
import java.util.Optional;
import slope.table.Table;

/// A request for predictions.
///
/// @param id to be given back
/// @param rows with the columns of the model
/// @param outputs those that are asked for, in order; empty for all
/// @param isBinary whether outputs that say nothing else are binary
/// @param isExplained whether attributions are asked for
public record InferRequest(
        Optional<String> id, Table rows, List<AskedOutput> outputs, boolean isBinary, boolean isExplained) {
    public InferRequest {
        outputs = List.copyOf(outputs);
    }

    /// An output that is asked for by its name.
    ///
    /// @param isBinary whether it is to be binary; empty where the request as a whole says it
    public record AskedOutput(String name, Optional<Boolean> isBinary) {}
}
