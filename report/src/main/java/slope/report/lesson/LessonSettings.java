package slope.report.lesson;

import slope.layer.Activation;

/// What a person chose for a lesson; the usual settings are the notebook's.
///
/// @param lesson 1 or 2
/// @param seed of the start weights, 0 to 2³² − 1
/// @param iterations at least 1
/// @param hidden units of the hidden layer, at least 1; lesson 1 has no such layer
/// @param activation of every layer: sigmoid or relu
/// @param start how the weights are drawn; twins need two hidden units
public record LessonSettings(
        int lesson, long seed, int iterations, int hidden, Activation activation, LessonStart start) {

    public LessonSettings {
        if (lesson != 1 && lesson != 2) {
            throw new IllegalArgumentException("there is no lesson " + lesson + ": choose 1 or 2");
        }
        if (iterations < 1) {
            throw new IllegalArgumentException("a lesson needs at least 1 iteration, not " + iterations);
        }
        if (hidden < 1) {
            throw new IllegalArgumentException("the hidden layer needs at least 1 unit, not " + hidden);
        }
        if (start == LessonStart.TWINS && (lesson == 1 || hidden < 2)) {
            throw new IllegalArgumentException(
                    lesson == 1
                            ? "lesson 1 has no hidden units that could start as twins: choose lesson 2"
                            : "twins are two hidden units, and there is 1: choose at least 2");
        }
    }

    /// The notebook's own experiment.
    public static LessonSettings usual(int lesson) {
        return new LessonSettings(lesson, 1, lesson == 1 ? 10_000 : 100_000, 4, Activation.SIGMOID, LessonStart.SCALED);
    }

    /// Whether the error stands in the story's table after so many iterations.
    boolean isMilestone(int done) {
        return lesson == 1 ? isPowerOfTen(done) : done % Math.ceilDiv(iterations, 10) == 0;
    }

    private static boolean isPowerOfTen(int done) {
        int power = 1;
        while (power < done && power < 1_000_000_000) {
            power *= 10;
        }
        return done == 0 || done == power;
    }

    /// The same with another number of iterations.
    LessonSettings iterations(int others) {
        return new LessonSettings(lesson, seed, others, hidden, activation, start);
    }
}
