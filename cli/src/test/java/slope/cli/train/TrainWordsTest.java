package slope.cli.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import slope.cli.Penguins;
import slope.cli.Ran;
import slope.run.TrainingRequest;

/// Requests as commands: what the command means is the request again.
class TrainWordsTest {
    private static final Pattern WORD = Pattern.compile("'((?:[^']|'\\\\'')*)'|(\\S+)");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'target': {'columns': ['species']}",
                "'target': {'columns': ['species'], 'kind': 'multiclass'}, 'rows': {'testShare': 0.2, 'folds': 1}",
                "'target': {'columns': ['body_mass_g'], 'quantiles': [0.1, 0.5, 0.9]}, 'training': {'seed': 7}",
                "'target': {'columns': ['sex'], 'positive': 'MALE', 'threshold': 'f1'}, 'training': {'metric': 'auc',"
                        + " 'recover': true, 'threads': 2, 'timeLimitSeconds': 30}",
                "'target': {'columns': ['species', 'sex']}, 'inputs': {'kept': ['island'], 'dropLeaks': true}",
                "'target': {'columns': ['species']}, 'recipe': {'name': 'plain', 'settings': {'hidden': [8, 4],"
                        + " 'activation': 'leaky-relu', 'learning-rate': 0.003, 'residual': true}}",
                "'target': {'columns': ['species']}, 'table': {'missing': ['?', 'a b', 'a,b', 'x=y'], 'ignored':"
                        + " ['sex'], 'categorical': ['body_mass_g'], 'decimal': 'comma', 'noHeader': false}",
                "'target': {'columns': ['species']}, 'rows': {'classWeights': 'balanced', 'validationShare': 0.3,"
                        + " 'group': 'island', 'refit': true}",
                "'target': {'columns': ['species']}, 'recipe': {'settings': {'patience': 2147483647}}",
                "'target': {'columns': ['species']}, 'rows': {'validationColumn': 'sex'}",
                "'target': {'columns': ['species']}, 'table': {'delimiter': ';'}",
                "'target': {'columns': ['species']}, 'table': {'delimiter': 'tab', 'skipBadLines': true}"
            })
    void aCommandMeansItsRequest(String text) {
        TrainingRequest request = TrainingRequest.parse("{%s}".formatted(text.replace('\'', '"')), "request")
                .table(Penguins.FILE);
        List<String> words = words(TrainWords.of(request));
        assertThat(words.removeFirst()).isEqualTo("slope");
        words.add("--print-request");
        Ran printed = Ran.slope(words.toArray(String[]::new));
        assertThat(printed.err()).isEmpty();
        assertThat(TrainingRequest.parse(printed.out(), "printed").toJson()).isEqualTo(request.toJson());
    }

    /// As a shell splits them.
    private static List<String> words(String command) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(command);
        while (word.find()) {
            words.add(word.group(1) == null ? word.group(2) : word.group(1).replace("'\\''", "'"));
        }
        return words;
    }

    @Test
    void whatNoOptionSaysIsLeftToAFile() {
        for (String part :
                List.of("'inputs': {'only': ['a']}", "'recipe': {'name': 'plain', 'settings': {'hidden': []}}")) {
            TrainingRequest request = TrainingRequest.parse(
                            "{'target': {'columns': ['y']}, %s}".formatted(part).replace('\'', '"'), "request")
                    .table("a.csv");
            assertThat(TrainWords.of(request)).isEqualTo("slope train --request request.json");
        }
    }
}
