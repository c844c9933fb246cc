package slope.onnx.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @Property(tries = 300, seed = "1")
    void wordsComeBackWhateverIsInThem(@ForAll String word) {
        JsonObject object = JsonObject.empty().with(word, word);
        assertThat(JsonReader.readObject(JsonWriter.write(object))).isEqualTo(object);
    }

    @Property(tries = 300, seed = "1")
    void doublesComeBackToTheBit(@ForAll double number) {
        JsonObject object = JsonObject.empty().with("a", number);
        assertThat(JsonReader.readObject(JsonWriter.write(object)).decimal("a")).isEqualTo(number);
    }

    @Test
    void everythingJsonHasIsRead() {
        JsonObject object = JsonReader.readObject(
                " {\"a\": [1, -2.5e3, true, null], \"b\": {\"c\": \"\\u00e4\\n\"}, \"d\": 9007199254740993 } ");
        assertThat(object.items("a")).hasSize(4);
        assertThat(object.object("b").text("c")).isEqualTo("ä\n");
        assertThat(object.whole("d")).isEqualTo(9007199254740993L);
        assertThat(object.find("e")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"a\":1}}",
                "{\"a\":1,}",
                "{\"a\":1,\"a\":2}",
                "{a:1}",
                "{\"a\":+}",
                "{\"a\":\"\\x\"}"
            })
    void whatIsNoObjectIsRefused(String text) {
        assertThatThrownBy(() -> JsonReader.readObject(text)).isInstanceOf(JsonException.class);
    }

    @Test
    void deepNestingIsRefusedBeforeTheStackIsFull() {
        assertThatThrownBy(() -> JsonReader.readObject("{\"a\":" + "[".repeat(1_000_000)))
                .isInstanceOf(JsonException.class)
                .hasMessage("is nested more than 32 levels deep");
    }

    @Test
    void anotherKindOfValueIsToldByItsName() {
        JsonObject object = JsonObject.empty().with("a", "word").with("b", Json.texts(List.of("x")));
        assertThatThrownBy(() -> object.whole("a")).hasMessage("has something else than a whole number for \"a\"");
        assertThatThrownBy(() -> object.decimals("b")).hasMessage("has something else than numbers for \"b\"");
        assertThatThrownBy(() -> object.text("c")).hasMessage("lacks \"c\"");
    }
}
