package slope.run;

import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import slope.model.Model;
import slope.model.RaisedExposures;
import slope.model.UnseenValues;
import slope.run.PredictionColumns.Probabilities;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.DataException;
import slope.table.Table;
import slope.tables.DatabaseTable;
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
    private final boolean isForSpreadsheets;

    private Predicting(
            ModelAndRows given,
            List<String> kept,
            Probabilities probabilities,
            boolean isFlagged,
            boolean isForSpreadsheets) {
        this.given = given;
        this.kept = List.copyOf(kept);
        this.probabilities = probabilities;
        this.isFlagged = isFlagged;
        this.isForSpreadsheets = isForSpreadsheets;
    }

    /// The predictions alone, see [PredictionColumns].
    public static Predicting of(ModelAndRows given) {
        return new Predicting(given, List.of(), Probabilities.LEFT_OUT, false, false);
    }

    /// With columns of the file before the predictions.
    ///
    /// @throws DataException if a column is named twice
    public Predicting keep(List<String> columns) {
        if (new LinkedHashSet<>(columns).size() < columns.size()) {
            throw new DataException("a column to keep is named twice in " + String.join(", ", columns));
        }
        return new Predicting(given, columns, probabilities, isFlagged, isForSpreadsheets);
    }

    /// With or without the probability of each class.
    public Predicting probabilities(Probabilities others) {
        return new Predicting(given, kept, others, isFlagged, isForSpreadsheets);
    }

    /// With a column `unusual`: the names of the columns in which a row is outside the training ranges.
    public Predicting flagUnusual() {
        return new Predicting(given, kept, probabilities, true, isForSpreadsheets);
    }

    /// With an apostrophe before text that a spreadsheet would run as a formula.
    public Predicting forSpreadsheets() {
        return new Predicting(given, kept, probabilities, isFlagged, true);
    }

    /// Hands over the predictions piece by piece, as soon as each is there.
    ///
    /// @throws DataException if the rows cannot be read, or a kept column has the name of a prediction
    public PredictedRows each(PieceTaker taker) {
        return counted(pieces -> pieces.accept(taker));
    }

    /// Writes a file of the kind that its name tells, see [TableFiles#write].
    ///
    /// @throws DataException if it cannot be written there
    public PredictedRows write(String result) {
        TableFiles.refuseUnwritable(result);
        given.requireWritable(result);
        return counted(pieces -> TableFiles.write(Path.of(result), pieces));
    }

    /// Writes into a table of a database, see [TableFiles#write].
    ///
    /// @throws DataException if the database refuses
    public PredictedRows write(DatabaseTable table) {
        return counted(pieces -> TableFiles.write(table, pieces));
    }

    /// Writes CSV.
    ///
    /// @param written is called after each piece; what it throws ends the work
    public PredictedRows writeCsv(Writer text, Runnable written) {
        return counted(pieces -> TableFiles.writeCsv(text, taker -> pieces.accept(told(taker, written))));
    }

    /// Writes a JSON object a line.
    ///
    /// @param written is called after each piece; what it throws ends the work
    public PredictedRows writeJsonLines(Writer text, Runnable written) {
        return counted(pieces -> TableFiles.writeJsonLines(text, taker -> pieces.accept(told(taker, written))));
    }

    private static PieceTaker told(PieceTaker taker, Runnable written) {
        return piece -> {
            taker.take(piece);
            written.run();
        };
    }

    private PredictedRows counted(Consumer<Consumer<PieceTaker>> writing) {
        NonFiniteRows.Count nonFinite = new NonFiniteRows.Count();
        Model model = given.model().model();
        UnseenValues.Count unseen = new UnseenValues.Count(model.record().ranges());
        RaisedExposures.Count raised = new RaisedExposures.Count(model);
        Consumer<PieceTaker> pieces = taker -> predict(
                (rows, predictions) -> {
                    nonFinite.add(predictions);
                    unseen.add(rows);
                    raised.add(rows);
                },
                taker);
        writing.accept(taker -> PieceTaker.ahead(pieces, taker));
        return new PredictedRows(nonFinite.rows(), unseen.most(), raised.raised(), Optional.empty());
    }

    private void predict(BiConsumer<Table, Predictions> counting, PieceTaker taker) {
        SequencedMap<String, String> copies = copies();
        given.inPieces(copies, piece -> {
            Predictions predictions = given.model().model().predict(piece);
            counting.accept(piece, predictions);
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
        Table all = new Table(columns);
        return isForSpreadsheets ? SpreadsheetText.of(all) : all;
    }

    private void refuseKept(String name) {
        if (kept.contains(name)) {
            throw new DataException(("the kept column \"%s\" has the name of a predicted column; give the column of the"
                            + " file another name")
                    .formatted(name));
        }
    }
}
