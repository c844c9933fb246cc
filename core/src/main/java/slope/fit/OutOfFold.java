package slope.fit;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import slope.model.Model;
import slope.table.Table;
import slope.target.Predictions;
import slope.target.Target;

/// Predictions for rows of the training table, each by the networks that did not learn from that row.
///
/// These rows chose the best epoch of the networks that predict them, so that their scores are a little
/// optimistic; scores of rows that had no part in the training are those of a test table.
public final class OutOfFold {
    private final Target target;
    private final Table rows;
    private final int[] numbers;
    private final int[] networks;
    private final double[] decoded; // see Target

    private OutOfFold(Target target, Table rows, int[] numbers, int[] networks, double[] decoded) {
        this.target = target;
        this.rows = rows;
        this.numbers = numbers;
        this.networks = networks;
        this.decoded = decoded;
    }

    /// @param judged what each training made by itself
    static OutOfFold of(UsableRows usable, List<NetworkPlan> trained, List<Model> judged) {
        int[] networkOfRow = new int[usable.table().rows()]; // 0 where every network learned from the row
        int width = judged.getFirst().target().width();
        double[] ofRow = new double[networkOfRow.length * width];
        for (int index = 0; index < judged.size(); index++) {
            double[] decoded = judged.get(index).decoded(trained.get(index).validation());
            int[] rows = trained.get(index).split().validation();
            for (int row = 0; row < rows.length; row++) {
                networkOfRow[rows[row]] = index + 1;
                System.arraycopy(decoded, row * width, ofRow, rows[row] * width, width);
            }
        }
        int[] rows = rowsOf(trained);
        int[] numbers = new int[rows.length];
        int[] networks = new int[rows.length];
        double[] decoded = new double[rows.length * width];
        for (int row = 0; row < rows.length; row++) {
            numbers[row] = usable.numberInTable(rows[row]);
            networks[row] = networkOfRow[rows[row]];
            System.arraycopy(ofRow, rows[row] * width, decoded, row * width, width);
        }
        return new OutOfFold(judged.getFirst().target(), usable.table().select(rows), numbers, networks, decoded);
    }

    /// Which of the usable rows some network did not learn from, ascending.
    static int[] rowsOf(List<NetworkPlan> trained) {
        return trained.stream()
                .flatMapToInt(member -> Arrays.stream(member.split().validation()))
                .distinct()
                .sorted()
                .toArray();
    }

    /// The rows that are predicted, in the order of the training table.
    public Table rows() {
        return rows;
    }

    /// What is predicted for each of the [#rows].
    public Predictions predictions() {
        return target.predictions(decoded.clone());
    }

    /// What is predicted for each row of the training table: for these rows as here, for others by the model.
    Predictions withOthers(Table table, Model model) {
        boolean[] isHere = new boolean[table.rows()];
        for (int number : numbers) {
            isHere[number] = true;
        }
        int[] others =
                IntStream.range(0, table.rows()).filter(row -> !isHere[row]).toArray();
        double[] all = new double[table.rows() * model.target().width()];
        place(decoded, numbers, all);
        place(model.decoded(table.select(others)), others, all);
        return model.target().predictions(all);
    }

    private static void place(double[] decoded, int[] rows, double[] all) {
        int width = rows.length == 0 ? 0 : decoded.length / rows.length;
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(decoded, row * width, all, rows[row] * width, width);
        }
    }

    /// The number that a row has in the training table, from 0.
    ///
    /// @param row one of the [#rows]
    public int numberInTable(int row) {
        return numbers[row];
    }

    /// Which network predicted a row, from 1 in the order of training: with folds, the one that did not learn
    /// from it.
    ///
    /// @param row one of the [#rows]
    public int network(int row) {
        return networks[row];
    }
}
