package slope.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import slope.internal.random.SplitRandom;

/// A table whose labels are tossed: no score of rows that were not learned from can be much better than chance.
public final class Coins {
    private Coins() {}

    /// Writes the columns a to d and `side`.
    ///
    /// @return the file
    public static Path write(Path folder, int rows) throws IOException {
        SplitRandom random = SplitRandom.of(11);
        StringBuilder text = new StringBuilder("a,b,c,d,side\n");
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < 4; column++) {
                text.append(random.nextDouble()).append(',');
            }
            text.append(random.nextDouble() < 0.5 ? "heads\n" : "tails\n");
        }
        return Files.writeString(folder.resolve("coins.csv"), text);
    }
}
