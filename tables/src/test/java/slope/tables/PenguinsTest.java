package slope.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import slope.table.ColumnKind;
import slope.table.Schema;
import slope.table.Schema.Field;
import slope.table.Table;

/// The example that the README starts with.
class PenguinsTest {

    @Test
    void itsColumnsAreWhatTheyLookLike() {
        Path examples = Path.of("examples");
        if (!Files.exists(examples)) {
            examples = Path.of("..", "examples");
        }
        Table penguins = TableFiles.read(examples.resolve("penguins.csv").toString(), ReadOptions.none());

        assertThat(penguins.rows()).isEqualTo(344);
        assertThat(penguins.schema())
                .isEqualTo(new Schema(List.of(
                        new Field("species", ColumnKind.CATEGORY),
                        new Field("island", ColumnKind.CATEGORY),
                        new Field("bill_length_mm", ColumnKind.NUMBER),
                        new Field("bill_depth_mm", ColumnKind.NUMBER),
                        new Field("flipper_length_mm", ColumnKind.NUMBER),
                        new Field("body_mass_g", ColumnKind.NUMBER),
                        new Field("sex", ColumnKind.CATEGORY))));
        assertThat(penguins.column("bill_length_mm").missingCount()).isEqualTo(2);
    }
}
