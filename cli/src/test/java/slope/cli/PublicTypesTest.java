package slope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Each public type is there for code outside of its module: a guide or another module's main
/// code names it, a signature of such a type shows it, or it is a case of such a sealed type.
class PublicTypesTest {
    private static final Path ROOT = Path.of("..");
    private static final List<String> MODULES = List.of(
            "core", "vector", "onnx", "tables", "duckdb", "excel", "run", "report", "serve", "cli", "bench", "spark");

    /// Parts of the engine and of reports that several packages of a module share: each is the type that one package
    /// hands to the next one up (decision 049). The last two are for programs, and no guide shows them yet.
    private static final Set<String> ENGINE = Set.of(
            "slope.evaluation.Calibrations",
            "slope.explain.PermutedRows",
            "slope.fit.FitDiagnosis",
            "slope.fit.PostProcessing",
            "slope.layer.ActivationPass",
            "slope.layer.EnsembleRows",
            "slope.layer.FusedGroup",
            "slope.linear.LinearFit",
            "slope.loss.LossMeter",
            "slope.network.FittedStart",
            "slope.network.Pass",
            "slope.optimizer.LbfgsMemory",
            "slope.optimizer.OptimizerMemory",
            "slope.optimizer.WeightPenalty",
            "slope.training.Batch",
            "slope.reference.Functions",
            "slope.split.Folds");

    private static final Pattern TYPE = Pattern.compile("slope(?:\\.[a-z]+)*\\.[A-Z]\\w*");
    private static final Pattern WORD = Pattern.compile("\\w+");
    private static final Pattern PARENT = Pattern.compile("(?:implements|extends) (\\w+)");

    @Test
    void eachIsUsedOutsideOfItsModule() throws Exception {
        Map<String, String> signatures = signatures();
        Set<String> used = new HashSet<>();
        for (String type : signatures.keySet()) {
            if (isNamedOutside(type)) {
                used.add(simple(type));
            }
        }
        int before = 0;
        while (before < used.size()) {
            before = used.size();
            signatures.forEach((type, text) -> {
                if (used.contains(simple(type))) {
                    used.addAll(words(WORD, 0, text));
                } else if (words(PARENT, 1, text.lines().findFirst().orElseThrow()).stream()
                        .anyMatch(used::contains)) {
                    used.add(simple(type));
                }
            });
        }
        assertThat(signatures.keySet().stream()
                        .filter(type -> !used.contains(simple(type)))
                        .collect(Collectors.toSet()))
                .as("public types that nothing outside of their module uses; make them package-private, or move them"
                        + " to slope.internal")
                .isEqualTo(ENGINE);
    }

    /// The lines of `docs/api.txt` by top-level type, its header first.
    private static Map<String, String> signatures() throws IOException {
        Map<String, List<String>> lines = Files.readAllLines(ROOT.resolve("docs/api.txt")).stream()
                .collect(Collectors.groupingBy(
                        line -> words(TYPE, 0, line).getFirst(), TreeMap::new, Collectors.toList()));
        Map<String, String> text = new TreeMap<>();
        lines.forEach((type, all) -> text.put(
                type,
                all.stream()
                        .map(line -> line.substring(line.indexOf(": ") + 2))
                        .sorted((left, right) -> Boolean.compare(!isHeader(left, type), !isHeader(right, type)))
                        .collect(Collectors.joining("\n"))));
        return text;
    }

    private static boolean isHeader(String signature, String type) {
        return signature.matches("public [\\w ]*(class|record|interface|enum) " + simple(type) + "\\b.*");
    }

    private static String simple(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }

    private static List<String> words(Pattern pattern, int group, String text) {
        return pattern.matcher(text)
                .results()
                .map(result -> result.group(group))
                .toList();
    }

    private static boolean isNamedOutside(String type) throws IOException {
        String file = "src/main/java/" + type.replace('.', '/') + ".java";
        Pattern imported = Pattern.compile("import (static )?" + Pattern.quote(type) + "[.;]");
        for (String module : MODULES) {
            if (!Files.exists(ROOT.resolve(module).resolve(file))
                    && holds(ROOT.resolve(module).resolve("src/main/java"), ".java", imported)) {
                return true;
            }
        }
        Pattern named = Pattern.compile("\\b" + simple(type) + "\\b");
        return holds(ROOT.resolve("README.md"), ".md", named)
                || holds(ROOT.resolve("docs/reference"), ".md", named)
                || holds(ROOT.resolve("docs/how-to"), ".md", named)
                || holds(ROOT.resolve("examples"), ".java", named);
    }

    private static boolean holds(Path folder, String ending, Pattern pattern) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(ending)).toList()) {
                if (pattern.matcher(Files.readString(file)).find()) {
                    return true;
                }
            }
            return false;
        }
    }
}
