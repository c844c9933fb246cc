import slope.Slope;
import slope.evaluation.Evaluation;
import slope.evaluation.Scores;
import slope.model.Model;
import slope.onnx.Models;
import slope.split.Split;
import slope.split.TrainTest;
import slope.table.Table;
import slope.tables.TableFiles;
import slope.target.Prediction;

void main() {
    Table table = TableFiles.read("penguins.csv");
    TrainTest rows = Split.random(0.8, 7).of(table);
    Model model = Slope.predict("species").columns("island", "bill_length_mm").fit(rows.train()).model();
    IO.println(Evaluation.of(model, rows.test()));                    // accuracy 0.9710 (baseline 0.4203) …
    Prediction one = model.predict(Map.of("island", "Biscoe", "bill_length_mm", 49.5));
    IO.println(one.label() + " " + one.probability("Gentoo"));
    Scores scores = Slope.predict("species").crossValidate(table, 5);
    IO.println(scores);
    Models.save(model, Path.of("penguins.onnx"));                     // all that the command line saves
}
