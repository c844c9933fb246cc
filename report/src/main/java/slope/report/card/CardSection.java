package slope.report.card;

import java.util.List;

/// A part of a card, from which its text and its page are made.
///
/// @param heading what it is about
/// @param tables none where nothing is known
/// @param sentences what to know about the tables, or why there are none
/// @param lines a command
record CardSection(String heading, List<CardTable> tables, List<String> sentences, List<String> lines) {
    CardSection {
        tables = List.copyOf(tables);
        sentences = List.copyOf(sentences);
        lines = List.copyOf(lines);
    }

    /// A section that only says why it is empty.
    static CardSection unknown(String heading, String why) {
        return new CardSection(heading, List.of(), List.of(why), List.of());
    }

    static CardSection of(String heading, CardTable table, String... sentences) {
        return new CardSection(heading, List.of(table), List.of(sentences), List.of());
    }
}
