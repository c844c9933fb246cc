package slope.recipe;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import slope.internal.random.SplitRandom;

/// The settings that a random search draws for a recipe, each from a distribution of its own.
final class SearchSpace {
    /// Names the random numbers of searches.
    private static final long SEARCH = 0x5EA2C4;

    private static final MathContext DIGITS = new MathContext(3);

    private final List<Dimension<?>> dimensions;

    private SearchSpace(List<Dimension<?>> dimensions) {
        this.dimensions = List.copyOf(dimensions);
    }

    /// A setting and how its value is drawn.
    private record Dimension<T>(Setting<T> setting, Function<SplitRandom, T> distribution) {
        private Recipe drawn(Recipe recipe, SplitRandom random) {
            return recipe.with(setting, distribution.apply(random));
        }
    }

    /// A space without settings: each draw is the recipe itself.
    static SearchSpace empty() {
        return new SearchSpace(List.of());
    }

    /// With one more setting.
    <T> SearchSpace with(Setting<T> setting, Function<SplitRandom, T> distribution) {
        List<Dimension<?>> more = new ArrayList<>(dimensions);
        more.add(new Dimension<>(setting, distribution));
        return new SearchSpace(more);
    }

    /// The recipe with a draw of each setting that it has and nobody chose. Each has random numbers
    /// of its own: a choice changes no other draw.
    ///
    /// @param settings of the recipe as it is
    /// @param number of the draw, from 1
    Recipe drawn(Recipe recipe, Settings settings, long seed, int number) {
        Recipe drawn = recipe;
        for (int index = 0; index < dimensions.size(); index++) {
            Dimension<?> dimension = dimensions.get(index);
            if (settings.has(dimension.setting)
                    && recipe.chosen(dimension.setting).isEmpty()) {
                drawn = dimension.drawn(drawn, SplitRandom.of(seed, SEARCH, number, index));
            }
        }
        return drawn;
    }

    /// Uniform between two numbers, of three digits.
    static double uniform(SplitRandom random, double least, double most) {
        return rounded(least + (most - least) * random.nextDouble());
    }

    /// Uniform on a logarithmic scale, of three digits.
    static double logUniform(SplitRandom random, double least, double most) {
        double from = StrictMath.log(least);
        return rounded(StrictMath.exp(from + (StrictMath.log(most) - from) * random.nextDouble()));
    }

    /// 0 half of the time, otherwise uniform on a logarithmic scale.
    static double zeroOrLogUniform(SplitRandom random, double least, double most) {
        return isHeads(random) ? logUniform(random, least, most) : 0.0;
    }

    /// Hidden layers of equal width.
    ///
    /// @param fewest layers
    /// @param widths one of which is drawn
    static List<Integer> layers(SplitRandom random, int fewest, int most, List<Integer> widths) {
        int layers = fewest + whole(random, most - fewest + 1);
        return Collections.nCopies(layers, oneOf(random, widths));
    }

    static <T> T oneOf(SplitRandom random, List<T> values) {
        return values.get(whole(random, values.size()));
    }

    static boolean isHeads(SplitRandom random) {
        return random.nextDouble() < 0.5;
    }

    /// From 0 to below a limit, the same on every JDK.
    private static int whole(SplitRandom random, int limit) {
        return (int) (limit * random.nextDouble());
    }

    private static double rounded(double value) {
        return new BigDecimal(value).round(DIGITS).doubleValue();
    }
}
