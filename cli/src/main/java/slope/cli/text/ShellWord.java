package slope.cli.text;

/// Words of a command to copy, as a shell takes them.
public final class ShellWord {
    private ShellWord() {}

    /// The word, in quotes if a shell would change it.
    public static String of(String word) {
        return word.matches("[\\w@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
