package slope.model;

import java.util.List;
import slope.data.CategoryColumn;
import slope.data.CodeEncoding;
import slope.data.Table;

/// Rare levels of a column that share what the network knows of the missing and the unseen ones.
///
/// @param column its name
/// @param count how many levels share
/// @param kept how many have numbers of their own
public record PooledLevels(String column, int count, int kept) {

    /// Those of the first network's columns, where there are any. A network that goes on has learned its
    /// levels from other rows, of which nothing is known.
    public static List<PooledLevels> of(PreparedTraining prepared) {
        if (prepared.trainer().recipe().start().isPresent()) {
            return List.of();
        }
        PreparedMember member = prepared.members().getFirst();
        Table training = member.training();
        return member.encoding().columns().stream()
                .filter(CodeEncoding.class::isInstance)
                .map(CodeEncoding.class::cast)
                .map(codes -> new PooledLevels(
                        codes.column(),
                        codes.pooled((CategoryColumn) training.column(codes.column())),
                        codes.levels().size()))
                .filter(pooled -> pooled.count > 0)
                .toList();
    }
}
