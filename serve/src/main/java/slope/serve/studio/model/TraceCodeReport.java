package slope.serve.studio.model;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import slope.report.json.Report;
import slope.report.lesson.LessonSettings;
import slope.run.RecordedRequest;
import slope.run.TracedUpdate;
import slope.run.TrainingRequest;
import slope.serve.TraceCommand;

/// A trace as it is asked for elsewhere.
///
/// @param json of a row its cells; of an update the request of the training that it is a step of; of a lesson its
///     settings
/// @param commandLine for a shell
/// @param java a program
public record TraceCodeReport(String json, String commandLine, String java) implements Report {

    /// The code of a row's trace.
    ///
    /// @param row from 1
    /// @param network from 1
    /// @param command words it as a command
    static TraceCodeReport ofRow(OpenedModel model, int row, int network, TraceCommand command) {
        String table = model.rows().location();
        return new TraceCodeReport(
                RowCodeReport.json(StartRow.of(model, row).row()),
                command.ofRow(model.path(), table, row, network, model.hasTarget()),
                """
                import java.nio.file.Path;
                import slope.report.trace.RowTrace;
                import slope.report.trace.TraceNumbers;
                import slope.report.trace.TracePart;
                import slope.run.ModelAndRows;
                import slope.tables.ReadOptions;
                import slope.tables.TableSource;

                void main() {
                    ModelAndRows rows = ModelAndRows.read(
                            Path.of(%s), TableSource.of(%s), ReadOptions.none());
                    RowTrace trace = RowTrace.%s(rows, %s);
                    IO.println(TraceNumbers.of(trace, TracePart.ALL.network(%s), 100));
                }
                """.formatted(
                                literal(model.path()),
                                JavaText.literal(table),
                                model.hasTarget() ? "withTarget" : "of",
                                row,
                                network));
    }

    /// The code of an update's trace.
    ///
    /// @param command words it as a command
    static TraceCodeReport ofUpdate(OpenedModel model, TracedUpdate.Place place, TraceCommand command) {
        String table = model.rows().location();
        return new TraceCodeReport(
                RecordedRequest.of(model.file(), model.name())
                        .map(TrainingRequest::toJson)
                        .orElse(""),
                command.ofUpdate(model.path(), table, model.start(), place),
                """
                import java.nio.file.Path;
                import java.util.Optional;
                import java.util.OptionalInt;
                import slope.report.trace.UpdateReport;
                import slope.run.TracedUpdate;
                import slope.tables.TableSource;

                void main() {
                    TracedUpdate update = TracedUpdate.of(
                            Path.of(%s),
                            TableSource.of(%s),
                            %s,
                            Optional.empty(),
                            new TracedUpdate.Place(%s, %s, %s));
                    IO.println(UpdateReport.of(update, true).text(100));
                }
                """.formatted(
                        literal(model.path()),
                        JavaText.literal(table),
                        model.start()
                                .map(path -> "Optional.of(Path.of(%s))".formatted(literal(path)))
                                .orElse("Optional.empty()"),
                        place.network().isPresent()
                                ? "OptionalInt.of(%s)".formatted(place.network().getAsInt())
                                : "OptionalInt.empty()",
                        place.epoch(),
                        place.step()));
    }

    /// The code of a lesson's iteration.
    ///
    /// @param iteration from 1
    /// @param command words it as a command
    static TraceCodeReport ofLesson(LessonSettings settings, int iteration, TraceCommand command) {
        return new TraceCodeReport(
                RowCodeReport.json(facts(settings)), command.ofLesson(settings, iteration), """
                    import slope.layer.Activation;
                    import slope.report.lesson.Lesson;
                    import slope.report.lesson.LessonSettings;
                    import slope.report.lesson.LessonStart;
                    import slope.report.lesson.Walk;

                    void main() {
                        LessonSettings settings = new LessonSettings(%s, %sL, %s, %s, Activation.%s, LessonStart.%s);
                        IO.println(Walk.of(Lesson.of(settings), %s).text());
                    }
                    """.formatted(
                                settings.lesson(),
                                settings.seed(),
                                settings.iterations(),
                                settings.hidden(),
                                settings.activation().title().toUpperCase(Locale.ROOT),
                                settings.start(),
                                iteration));
    }

    /// As the reports of lessons have them.
    private static Map<String, Object> facts(LessonSettings settings) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("lesson", settings.lesson());
        facts.put("seed", settings.seed());
        facts.put("iterations", settings.iterations());
        if (settings.lesson() == 2) {
            facts.put("hidden", settings.hidden());
        }
        facts.put("activation", settings.activation().title());
        facts.put("start", settings.start().name().toLowerCase(Locale.ROOT));
        return facts;
    }

    private static String literal(Path path) {
        return JavaText.literal(path.toString());
    }

    @Override
    public String report() {
        return "studio-trace-code";
    }

    @Override
    public int version() {
        return 1;
    }
}
