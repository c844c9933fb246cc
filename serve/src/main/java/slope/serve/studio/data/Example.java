package slope.serve.studio.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import slope.internal.random.SplitRandom;

/// A table that the studio brings along.
public enum Example {
    XOR("xor.csv", "XOR", "400 points of a square; the class is whether both coordinates have the same sign", "class") {
        @Override
        void write(OutputStream file) throws IOException {
            StringBuilder text = new StringBuilder("x,y,class\n");
            SplitRandom random = SplitRandom.of(1, 1);
            for (int row = 0; row < POINTS; row++) {
                double x = 2 * random.nextDouble() - 1;
                double y = 2 * random.nextDouble() - 1;
                append(text, x, y, x * y > 0 ? "same" : "different");
            }
            file.write(text.toString().getBytes(StandardCharsets.UTF_8));
        }
    },
    SPIRAL("spiral.csv", "Spiral", "400 points of two arms that wind around each other", "arm") {
        @Override
        void write(OutputStream file) throws IOException {
            StringBuilder text = new StringBuilder("x,y,arm\n");
            SplitRandom random = SplitRandom.of(1, 2);
            for (int row = 0; row < POINTS; row++) {
                double radius = (row / 2 + 1) / (POINTS / 2.0);
                double angle = TURNS * 2 * Math.PI * radius + (row % 2) * Math.PI;
                double x = radius * StrictMath.sin(angle) + NOISE * (random.nextDouble() - 0.5);
                double y = radius * StrictMath.cos(angle) + NOISE * (random.nextDouble() - 0.5);
                append(text, x, y, row % 2 == 0 ? "first" : "second");
            }
            file.write(text.toString().getBytes(StandardCharsets.UTF_8));
        }
    },
    PENGUINS("penguins.csv", "Penguins", "344 penguins of three species, measured on three islands", "species") {
        @Override
        void write(OutputStream file) throws IOException {
            try (InputStream table = Objects.requireNonNull(Example.class.getResourceAsStream("penguins.csv"))) {
                table.transferTo(file);
            }
        }
    };

    private static final int POINTS = 400;
    private static final double TURNS = 1.75;
    private static final double NOISE = 0.05;

    private final String file;
    private final String title;
    private final String about;
    private final String target;

    Example(String file, String title, String about, String target) {
        this.file = file;
        this.title = title;
        this.about = about;
        this.target = target;
    }

    /// The example of a name, such as `xor`.
    public static Optional<Example> named(String name) {
        return Arrays.stream(values())
                .filter(each -> each.facts().name().equals(name))
                .findFirst();
    }

    /// An example, for the page.
    ///
    /// @param name by which it is asked for
    public record Facts(String name, String title, String about, String target) {}

    public Facts facts() {
        return new Facts(name().toLowerCase(Locale.ROOT), title, about, target);
    }

    /// The name of its file.
    public String file() {
        return file;
    }

    /// The column that is predicted.
    public String target() {
        return target;
    }

    abstract void write(OutputStream file) throws IOException;

    private static void append(StringBuilder text, double x, double y, String word) {
        text.append(String.format(Locale.ROOT, "%.4f,%.4f,%s\n", x, y, word));
    }
}
