package slope.tables;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipException;
import slope.table.DataException;

/// Opens text files, unpacking `.gz`, and finds the sentence for a file that will not be read.
final class FileText {
    private static final int BUFFER_SIZE = 1 << 16;
    private static final int MARK_BYTES = 3; // of UTF-8
    private static final int HEAD_BYTES = 16; // which tell what a file holds
    private static final int MOST_CHARACTER_BYTES = 4;

    private FileText() {}

    /// The size of files, as they are on the disk.
    static long bytes(List<Path> files) {
        long bytes = 0;
        for (Path file : files) {
            try {
                bytes += Files.size(file);
            } catch (IOException failure) {
                throw unreadable(file, failure);
            }
        }
        return bytes;
    }

    /// Whether a file begins so.
    static boolean begins(Path file, byte[] head) {
        try (InputStream bytes = Files.newInputStream(file)) {
            return Arrays.equals(bytes.readNBytes(head.length), head);
        } catch (IOException failure) {
            throw unreadable(file, failure);
        }
    }

    /// Refuses a file that holds text or another kind of data than its name says, before a program that reads such data
    /// says so in its own words.
    ///
    /// @param name what people call the file
    /// @param own what the file may hold
    static void refuseOther(Path file, Path name, Set<OtherContent> own) {
        byte[] head = head(file);
        Optional<OtherContent> found = OtherContent.of(head, head.length);
        if (found.isPresent() && !own.contains(found.get())) {
            throw new DataException("%s holds %s; %s"
                    .formatted(name, found.get().words(), found.get().whatToDo()));
        }
        if (found.isEmpty() && isText(head)) {
            throw new DataException(name + " holds text; rename it to end in .csv, .tsv or .json");
        }
    }

    private static byte[] head(Path file) {
        try (InputStream bytes = Files.newInputStream(file)) {
            return bytes.readNBytes(HEAD_BYTES);
        } catch (IOException failure) {
            throw unreadable(file, failure);
        }
    }

    /// Whether some first bytes are text, whose last character may be cut off.
    private static boolean isText(byte[] head) {
        return head.length > 0
                && !ByteScan.has((byte) 0, head, 0, head.length)
                && Utf8Scan.firstOther(head, 0, head.length) > head.length - MOST_CHARACTER_BYTES;
    }

    /// Whether the name says that the file is packed.
    static boolean isPacked(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
    }

    /// The bytes of a file, unpacked, without the byte order mark that some programs put in front of UTF-8.
    static InputStream open(Path file, BytesRead counted) throws IOException {
        return open(file, file, counted);
    }

    /// The same of a file that people know by another name, such as standard input.
    ///
    /// @param name what people call the file
    static InputStream open(Path file, Path name, BytesRead counted) throws IOException {
        InputStream bytes = counted.counted(Files.newInputStream(file));
        try {
            InputStream unpacked = isPacked(file) ? new PackedBytes(bytes, BUFFER_SIZE) : unpacked(bytes);
            unpacked = ZippedFile.isOne(file) ? ZippedFile.unpacked(name, unpacked) : unpacked;
            return withoutByteOrderMark(name, new BufferedInputStream(unpacked, BUFFER_SIZE));
        } catch (IOException | RuntimeException failure) {
            bytes.close();
            throw failure;
        }
    }

    /// What a stream holds, unpacked if it begins as gzip does.
    static InputStream unpacked(InputStream stream) throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(stream, BUFFER_SIZE);
        bytes.mark(2);
        boolean packed = bytes.read() == 0x1F && bytes.read() == 0x8B;
        bytes.reset();
        return packed ? new PackedBytes(bytes, BUFFER_SIZE) : bytes;
    }

    /// The text behind a byte order mark, if there is one.
    private static InputStream withoutByteOrderMark(Path file, BufferedInputStream text) throws IOException {
        byte[] head = new byte[HEAD_BYTES];
        text.mark(HEAD_BYTES);
        int size = text.readNBytes(head, 0, HEAD_BYTES);
        text.reset();
        text.skipNBytes(byteOrderMark(file, head, size));
        return text;
    }

    /// How long the byte order mark is with which a text begins, if at all.
    ///
    /// @throws DataException if it is no text
    static int byteOrderMark(Path file, byte[] text, int size) {
        OtherContent.of(text, size).ifPresent(found -> {
            throw new DataException("%s holds %s; %s".formatted(file, found.words(), found.whatToDo()));
        });
        int first = size > 0 ? text[0] & 0xFF : 0;
        int second = size > 1 ? text[1] & 0xFF : 0;
        if ((first == 0xFF && second == 0xFE) || (first == 0xFE && second == 0xFF)) {
            throw new DataException(file + ":1: the file is UTF-16 text; save it as UTF-8");
        }
        boolean marked = size >= MARK_BYTES && first == 0xEF && second == 0xBB && (text[2] & 0xFF) == 0xBF;
        return marked ? MARK_BYTES : 0;
    }

    /// What to say when reading fails half-way.
    static DataException unreadable(Path file, IOException failure) {
        return switch (failure) {
            case ZipException ignored ->
                new DataException("%s is no %s file, or a damaged one; pack it again".formatted(file, packing(file)));
            case EOFException ignored -> // which only unpacking throws
                new DataException("%s is not a whole %s file: it ends too early; copy or pack it again"
                        .formatted(file, packing(file)));
            case CharacterCodingException ignored ->
                new DataException("%s:%s: the text is not UTF-8; save the file as UTF-8"
                        .formatted(file, firstOtherEncoding(file)));
            case AccessDeniedException ignored ->
                new DataException(file + " may not be read; ask for the right to read it");
            default -> new DataException(file + " cannot be read: the disk or the system refused");
        };
    }

    private static String packing(Path file) {
        return ZippedFile.isOne(file) ? "zip" : "gzip";
    }

    /// The first line that is not UTF-8; 1 if it cannot be found any more.
    private static int firstOtherEncoding(Path file) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int number = 1;
        try (InputStream text = open(file, BytesRead.untold())) {
            for (int value = text.read(); value != -1; value = text.read()) {
                line.write(value);
                if (value == '\n') {
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line.toByteArray()));
                    line.reset();
                    number++;
                }
            }
            return number;
        } catch (CharacterCodingException ignored) {
            return number;
        } catch (IOException ignored) {
            return 1;
        }
    }
}
