package slope.internal.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import slope.golden.GoldenFile;

class MersenneTwisterTest {

    static List<List<String>> numpy() {
        return GoldenFile.lines("numpy-random.txt");
    }

    /// The file has doubles 1 to 5 and 311 to 314, which lie on both sides of the first refill.
    @ParameterizedTest
    @MethodSource("numpy")
    void doublesAreNumPysBitForBit(List<String> line) {
        var random = new MersenneTwister(Long.parseLong(line.getFirst()));
        List<String> doubles = new ArrayList<>();
        for (int number = 1; number <= 314; number++) {
            double drawn = random.nextDouble();
            if (number <= 5 || number >= 311) {
                doubles.add(Double.toString(drawn));
            }
        }
        List<String> expected = line.subList(1, line.size()).stream()
                .map(Double::valueOf)
                .map(Object::toString)
                .toList();

        assertThat(doubles).isEqualTo(expected);
    }

    /// The first words of `init_genrand(5489)`, the default seed of the authors' `mt19937ar.c`.
    @Test
    void wordsAreThoseOfTheAuthorsCode() {
        var random = new MersenneTwister(5489);

        assertThat(List.of(random.nextInt(), random.nextInt(), random.nextInt()))
                .containsExactly((int) 3499211612L, 581869302, (int) 3890346734L);
    }

    @Test
    void aLongIsTwoWordsTheFirstOneHigh() {
        var words = new MersenneTwister(7);
        long expected = ((long) words.nextInt() << 32) | Integer.toUnsignedLong(words.nextInt());

        assertThat(new MersenneTwister(7).nextLong()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 4294967296L, Long.MAX_VALUE})
    void seedsThatNumPyRefusesAreRefused(long seed) {
        assertThatThrownBy(() -> new MersenneTwister(seed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the seed must be between 0 and 4294967295, not " + seed);
    }
}
