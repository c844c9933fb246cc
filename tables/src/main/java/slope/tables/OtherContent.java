package slope.tables;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a file holds whose name says text, told by its first bytes.
enum OtherContent {
    PARQUET("Parquet", "rename it to end in .parquet", "PAR1\u0015"),
    ZIP("a zip archive or an Excel workbook", "unpack it, or save the sheet as CSV", "PK\u0003\u0004"),
    OLD_EXCEL("an old Excel workbook", "save the sheet as CSV", "\u00d0\u00cf\u0011\u00e0"),
    PDF("a PDF document", "export the table as CSV", "%PDF-"),
    HTML("a web page", "download the table itself", "(?i)<!doctype html|<html"),
    XML("XML", "export the table as CSV", "<[?]xml"),
    SQLITE("an SQLite database", "export the table as CSV", "SQLite format 3"),
    ARROW("Arrow data", "save it as Parquet or CSV", "ARROW1\u0000"),
    AVRO("Avro data", "save it as Parquet or CSV", "Obj\u0001"),
    HDF5("HDF5 data", "save it as Parquet or CSV", "\u0089HDF"),
    NUMPY("a NumPy array", "save it as Parquet or CSV", "\u0093NUMPY"),
    GZIP("bytes packed with gzip", "unpack it", "\u001f\u008b"),
    BZIP2("bytes packed with bzip2", "unpack it, or pack it with gzip", "BZh91AY&SY"),
    XZ("bytes packed with xz", "unpack it, or pack it with gzip", "\u00fd7zXZ"),
    ZSTD("bytes packed with zstd", "unpack it, or pack it with gzip", "[(]\u00b5/\u00fd"),
    SEVEN_ZIP("a 7z archive", "unpack it", "7z\u00bc\u00af"),
    UTF_32(
            "UTF-32 text",
            "save it as UTF-8",
            "\u00ff\u00fe\u0000\u0000|\u0000\u0000\u00fe\u00ff|[^\u0000]\u0000{3}[^\u0000]|\u0000{3}[^\u0000]\u0000"),
    /// Without a mark: of Latin letters every other byte is zero.
    UTF_16("UTF-16 text", "save it as UTF-8", "(?s)[^\u0000]\u0000[^\u0000]\u0000|\u0000[^\u0000]\u0000[^\u0000]");

    private static final int LONGEST = 16; // of the beginnings

    private final String words;
    private final String whatToDo;
    private final Pattern beginning; // a letter for each byte

    OtherContent(String words, String whatToDo, String beginning) {
        this.words = words;
        this.whatToDo = whatToDo;
        this.beginning = Pattern.compile(beginning);
    }

    /// What begins with these bytes, if it is no text that is read.
    static Optional<OtherContent> of(byte[] bytes, int size) {
        String head = new String(bytes, 0, Math.min(size, LONGEST), StandardCharsets.ISO_8859_1);
        return Stream.of(values())
                .filter(content -> content.beginning.matcher(head).lookingAt())
                .findFirst();
    }

    String words() {
        return words;
    }

    String whatToDo() {
        return whatToDo;
    }
}
