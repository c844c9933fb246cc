package slope.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What a `package-info.java` has to offer: a page that a newcomer can read, and no nulls.
final class PackagePage {
    static final int FEWEST_SENTENCES = 2;

    private static final Pattern PACKAGE = Pattern.compile("^package\\s", Pattern.MULTILINE);
    private static final Pattern COMMENT_MARKS = Pattern.compile("^\\s*(///|/\\*\\*|\\*/|\\*)", Pattern.MULTILINE);
    private static final Pattern ANNOTATION_OR_IMPORT = Pattern.compile("^\\s*(@\\w|import\\s).*$", Pattern.MULTILINE);
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?][`)\"”]?(\\s|$)");
    private static final Pattern NULL_MARKED = Pattern.compile("^\\s*@NullMarked\\b", Pattern.MULTILINE);

    private PackagePage() {}

    static List<String> complaints(String file, String source, boolean moduleIsNullMarked) {
        List<String> complaints = new ArrayList<>();
        if (!moduleIsNullMarked && !isNullMarked(source)) {
            complaints.add(file + " lacks @NullMarked, on the package or on its module");
        }
        long sentences = SENTENCE_END.matcher(documentation(source)).results().count();
        if (sentences < FEWEST_SENTENCES) {
            complaints.add("%s says too little (%d of at least %d sentences): what is here, where to start"
                    .formatted(file, sentences, FEWEST_SENTENCES));
        }
        return complaints;
    }

    static boolean isNullMarked(String source) {
        return NULL_MARKED.matcher(source).find();
    }

    private static String documentation(String source) {
        String head = PACKAGE.split(source, 2)[0];
        String text = ANNOTATION_OR_IMPORT.matcher(head).replaceAll("");
        return COMMENT_MARKS.matcher(text).replaceAll("").strip();
    }
}
