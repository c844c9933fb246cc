// Lines for `slope shell`: a table, a model of it, its scores.
Table table = TableFiles.read("examples/penguins.csv");
TrainTest rows = Split.random(0.8, 7).of(table);
Model model = Slope.predict("species").columns("island", "bill_length_mm").fit(rows.train()).model();
IO.println(Evaluation.of(model, rows.test()));
IO.println(model.predict(Map.of("island", "Biscoe", "bill_length_mm", 49.5)).label());
