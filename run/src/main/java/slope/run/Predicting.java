package slope.run;

import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Consumer;
import slope.run.PredictionColumns.Probabilities;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.DataException;
import slope.table.Table;
import slope.tables.PieceTaker;
import slope.tables.TableFiles;
import slope.target.Predictions;

/// Predictions for the rows of a file, read, predicted and written piece by piece.
public final class Predicting {
    private static final String UNUSUAL = "unusual";

    private final ModelAndRows given;
    private final List<String> kept;
    private final Probabilities probabilities;
    private final boolean isFlagged;

    private Predicting(ModelAndRows given, List<String> kept, Probabilities probabilities, boolean isFlagged) {
        this.given = given;
        this.kept = List.copyOf(kept);
        this.probabilities = probabilities;
        this.isFlagged = isFlagged;
    }

    /// The predictions alone, see [PredictionColumns].
    public static Predicting of(ModelAndRows given) {
        return new Predicting(given, List.of(), Probabilities.LEFT_OUT, false);
    }

    /// With columns of the file before the predictions.
    ///
    /// @throws DataException if a column is named twice
    public Predicting keep(List<String> columns) {
        if (new LinkedHashSet<>(columns).size() < columns.size()) {
            throw new DataException("a column to keep is named twice in " + String.join(", ", columns));
        }
        return new Predicting(given, columns, probabilities, isFlagged);
    }

    /// With or without the probability of each class.
    public Predicting probabilities(Probabilities others) {
        return new Predicting(given, kept, others, isFlagged);
    }

    /// With a column `unusual`: the names of the columns in which a row is outside the training ranges.
    public Predicting flagUnusual() {
        return new Predicting(given, kept, probabilities, true);
    }

    /// Hands over the predictions piece by piece, as soon as each is there.
    ///
    /// @throws DataException if the rows cannot be read, or a kept column has the name of a prediction
    public NonFiniteRows each(PieceTaker taker) {
        return counted(pieces -> pieces.accept(taker));
    }

    /// Writes a file of the kind that its name tells, see [TableFiles#write].
    ///
    /// @throws DataException if it cannot be written there
    public NonFiniteRows write(String result) {
        TableFiles.refuseUnwritable(result);
        given.requireWritable(result);
        return counted(pieces -> TableFiles.write(Path.of(result), pieces));
    }

    /// Writes CSV.
    ///
    /// @param written is called after each piece; what it throws ends the work
    public NonFiniteRows writeCsv(Writer text, Runnable written) {
        return counted(pieces -> TableFiles.writeCsv(text, taker -> pieces.accept(told(taker, written))));
    }

    /// Writes a JSON object a line.
    ///
    /// @param written is called after each piece; what it throws ends the work
    public NonFiniteRows writeJsonLines(Writer text, Runnable written) {
        return counted(pieces -> TableFiles.writeJsonLines(text, taker -> pieces.accept(told(taker, written))));
    }

    private static PieceTaker told(PieceTaker taker, Runnable written) {
        return piece -> {
            taker.take(piece);
            written.run();
        };
    }

    private NonFiniteRows counted(Consumer<Consumer<PieceTaker>> writing) {
        NonFiniteRows.Count count = new NonFiniteRows.Count();
        writing.accept(taker -> PieceTaker.ahead(made -> predict(count, made), taker));
        return count.rows();
    }

    private void predict(NonFiniteRows.Count count, PieceTaker taker) {
        SequencedMap<String, String> copies = copies();
        given.inPieces(copies, piece -> {
            Predictions predictions = given.model().model().predict(piece);
            count.add(predictions);
            List<Column> copied = new ArrayList<>();
            copies.forEach((copy, name) -> copied.add(piece.column(copy).renamed(name)));
            taker.take(predicted(piece, copied, predictions));
        });
    }

    /// The kept columns, by names that no column of the model has.
    private SequencedMap<String, String> copies() {
        SequencedMap<String, String> copies = new LinkedHashMap<>();
        for (String name : kept) {
            String copy = name;
            while (given.model().model().columns().containsKey(copy) || copies.containsKey(copy)) {
                copy += "'";
            }
            copies.put(copy, name);
        }
        return copies;
    }

    private Table predicted(Table piece, List<Column> copied, Predictions predictions) {
        List<Column> columns = new ArrayList<>(PredictionColumns.of(predictions, probabilities));
        if (isFlagged) {
            CategoryColumn.Builder unusual = new CategoryColumn.Builder(UNUSUAL);
            for (int row = 0; row < piece.rows(); row++) {
                unusual.add(String.join(";", given.model().unusual(piece, row)));
            }
            columns.add(unusual.build());
        }
        columns.forEach(column -> refuseKept(column.name()));
        columns.addAll(0, copied);
        return new Table(columns);
    }

    private void refuseKept(String name) {
        if (kept.contains(name)) {
            throw new DataException(("the kept column \"%s\" has the name of a predicted column; give the column of the"
                            + " file another name")
                    .formatted(name));
        }
    }
}
