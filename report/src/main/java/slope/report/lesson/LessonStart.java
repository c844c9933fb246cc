package slope.report.lesson;

import slope.layer.Initializer;

/// How the initial weights of a lesson are drawn.
public enum LessonStart {
    /// Random times √(2 / inputs).
    SCALED,
    /// 2 times random minus 1.
    CENTRED,
    /// As scaled, and then the first hidden unit gets all weights of the second: those that lead to it, and that by
    /// which the output listens to it.
    TWINS;

    /// What draws the numbers.
    Initializer initializer() {
        return this == CENTRED ? Initializer.UNIFORM_CENTRED : Initializer.UNIFORM_SCALED;
    }
}
