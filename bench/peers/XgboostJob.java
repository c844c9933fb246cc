import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/// The whole job by XGBoost for the JVM (ml.dmlc:xgboost4j) with nothing chosen but 100 rounds: it splits each line at its
/// commas, codes text by its place among the training rows' sorted values, and takes unknown and missing cells as missing.
///
///     java -cp 'xgboost4j.jar:…' bench/peers/XgboostJob.java ROWS.csv TEST.csv TARGET PREDICTIONS.csv
static final int ROUNDS = 100;

static final int CLASSES = 20; // a target of numbers with more values than this is a number

record Rows(List<String> names, List<String[]> cells) {
    static Rows read(String path) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of(path))) {
            List<String[]> all = lines.map(line -> line.split(",", -1)).toList();
            return new Rows(List.of(all.getFirst()), all.subList(1, all.size()));
        }
    }

    List<String> column(String name) {
        int at = names.indexOf(name);
        return cells.stream().map(row -> row[at]).toList();
    }
}

/// The code of each value; empty if all of them are numbers.
static Map<String, Float> codes(List<String> column) {
    if (column.stream().allMatch(cell -> cell.isEmpty() || isNumber(cell))) {
        return Map.of();
    }
    Map<String, Float> codes = new TreeMap<>();
    for (String value : new TreeSet<>(column)) {
        if (!value.isEmpty()) {
            codes.put(value, (float) codes.size());
        }
    }
    return codes;
}

static boolean isNumber(String cell) {
    try {
        Double.parseDouble(cell);
        return true;
    } catch (NumberFormatException notOne) {
        return false;
    }
}

static float number(String cell, Map<String, Float> codes) {
    if (!codes.isEmpty()) {
        return codes.getOrDefault(cell, Float.NaN);
    }
    return isNumber(cell) ? Float.parseFloat(cell) : Float.NaN;
}

static DMatrix matrix(Rows rows, List<String> inputs, Map<String, Map<String, Float>> codes) throws XGBoostError {
    float[] values = new float[rows.cells().size() * inputs.size()];
    for (int input = 0; input < inputs.size(); input++) {
        List<String> column = rows.column(inputs.get(input));
        for (int row = 0; row < column.size(); row++) {
            values[row * inputs.size() + input] = number(column.get(row), codes.get(inputs.get(input)));
        }
    }
    return new DMatrix(values, rows.cells().size(), inputs.size(), Float.NaN);
}

void main(String[] args) throws IOException, XGBoostError {
    Rows learned = Rows.read(args[0]);
    Rows scored = Rows.read(args[1]);
    String target = args[2];
    List<String> inputs = learned.names().stream().filter(name -> !name.equals(target)).toList();
    Map<String, Map<String, Float>> codes = new HashMap<>();
    for (String input : inputs) {
        codes.put(input, codes(learned.column(input)));
    }
    List<String> wanted = learned.column(target);
    List<String> classes = List.copyOf(new TreeSet<>(wanted));
    boolean isNumber = codes(wanted).isEmpty() && classes.size() > CLASSES;
    float[] labels = new float[wanted.size()];
    for (int row = 0; row < labels.length; row++) {
        labels[row] = isNumber ? Float.parseFloat(wanted.get(row)) : classes.indexOf(wanted.get(row));
    }
    DMatrix training = matrix(learned, inputs, codes);
    training.setLabel(labels);
    Map<String, Object> settings = isNumber
            ? Map.of("objective", "reg:squarederror")
            : Map.of("objective", "multi:softmax", "num_class", classes.size());
    Booster booster = XGBoost.train(training, settings, ROUNDS, Map.of(), null, null);
    List<String> lines = new ArrayList<>(List.of("prediction"));
    for (float[] told : booster.predict(matrix(scored, inputs, codes))) {
        lines.add(isNumber ? Float.toString(told[0]) : classes.get((int) told[0]));
    }
    Files.write(Path.of(args[3]), lines);
}
