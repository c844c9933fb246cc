package slope.fit;

import java.util.List;
import slope.preprocess.OrdinalEncoder;
import slope.table.CategoryColumn;
import slope.table.Table;

/// Rare levels of a column that share what the network knows of the missing and the unseen ones.
///
/// @param column its name
/// @param count how many levels share
/// @param kept how many have numbers of their own
public record PooledCategories(String column, int count, int kept) {

    /// Those of the first network's columns, where there are any. A given network knows its levels
    /// from other rows, of which nothing is known.
    public static List<PooledCategories> of(FitPlan plan) {
        if (plan.estimator().recipe().start().isPresent()) {
            return List.of();
        }
        Table training = plan.first().training();
        return plan.first().encoder().columns().stream()
                .filter(OrdinalEncoder.class::isInstance)
                .map(OrdinalEncoder.class::cast)
                .map(codes -> new PooledCategories(
                        codes.column(),
                        codes.pooled((CategoryColumn) training.column(codes.column())),
                        codes.levels().size()))
                .filter(pooled -> pooled.count > 0)
                .toList();
    }
}
