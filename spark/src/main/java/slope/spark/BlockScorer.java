package slope.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import slope.model.Model;
import slope.onnx.ModelFile;
import slope.run.RecordedRequest;
import slope.table.Column;
import slope.table.ColumnKind;
import slope.table.DataException;
import slope.table.Table;
import slope.tables.GivenColumn;
import slope.tables.ReadOptions;
import slope.target.Predictions;

/// Scores the rows of a partition block by block: row by row a network takes three times as long. The
/// bits of a prediction do not depend on its block.
final class BlockScorer implements MapPartitionsFunction<Row, Row>, Serializable {
    private static final long serialVersionUID = 1;

    /// Few enough that the rows, their inputs and activations stay small beside an executor's memory.
    private static final int BLOCK_ROWS = 1 << 12;

    private final Broadcast<SavedModel> model;
    private final StructType schema; // of the rows that come
    private final int width; // how many of their cells go on, the first ones
    private final OutputColumns outputs;
    private final CellValue cells;

    BlockScorer(Broadcast<SavedModel> model, StructType schema, int width, OutputColumns outputs, CellValue cells) {
        this.model = model;
        this.schema = schema;
        this.width = width;
        this.outputs = outputs;
        this.cells = cells;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> rows) {
        Reading reading = new Reading(model.value().file());
        return new Iterator<>() {
            private Iterator<Row> scored = List.<Row>of().iterator();

            @Override
            public boolean hasNext() {
                return scored.hasNext() || rows.hasNext();
            }

            @Override
            public Row next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                if (!scored.hasNext()) {
                    scored = scored(reading, block(rows)).iterator();
                }
                return scored.next();
            }
        };
    }

    private static List<Row> block(Iterator<Row> rows) {
        List<Row> block = new ArrayList<>();
        while (block.size() < BLOCK_ROWS && rows.hasNext()) {
            block.add(rows.next());
        }
        return block;
    }

    private List<Row> scored(Reading reading, List<Row> block) {
        Predictions predictions = reading.model.predict(reading.table(block));
        List<Row> scored = new ArrayList<>(block.size());
        for (Row row : block) {
            Object[] values = new Object[width + outputs.count()];
            for (int index = 0; index < width; index++) {
                values[index] = row.get(index);
            }
            outputs.write(predictions, scored.size(), values, width);
            scored.add(RowFactory.create(values));
        }
        return scored;
    }

    /// Reads the cells of the model's columns as those of a file are read.
    private final class Reading {
        private final Model model;
        private final ReadOptions options;

        Reading(ModelFile file) {
            this.model = file.model();
            this.options = RecordedRequest.reading(file);
        }

        Table table(List<Row> block) {
            List<Column> columns = new ArrayList<>();
            model.columns().forEach((name, kind) -> columns.add(column(block, name, kind)));
            return new Table(columns);
        }

        /// @throws DataException if a cell is of another kind
        private Column column(List<Row> block, String name, ColumnKind kind) {
            int place = schema.fieldIndex(name);
            GivenColumn column = new GivenColumn(name, kind, options, block.size());
            block.forEach(row -> add(row, place, column));
            try {
                return column.column();
            } catch (DataException problem) {
                throw UnnumberedRows.said(problem);
            }
        }

        private void add(Row row, int place, GivenColumn column) {
            switch (row.get(place)) {
                case null -> column.addMissing();
                case Number number -> column.addNumber(number.doubleValue());
                case Boolean truth -> column.addBoolean(truth);
                case String text -> column.addText(text);
                case Object moment -> column.addDate(cells.moment(moment));
            }
        }
    }
}
