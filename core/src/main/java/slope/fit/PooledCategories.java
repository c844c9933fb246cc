package slope.fit;

import java.util.List;
import slope.preprocess.OrdinalEncoder;
import slope.table.CategoryColumn;
import slope.table.Table;

/// Rare categories of a column that share one code with missing and unseen categories.
///
/// @param column its name
/// @param count the number of pooled categories
/// @param kept the number of categories with a code of their own
public record PooledCategories(String column, int count, int kept) {

    /// The pooled categories of the first network's columns. A given network learned its categories
    /// from other rows, about which nothing is known.
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
