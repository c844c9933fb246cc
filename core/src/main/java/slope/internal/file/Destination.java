package slope.internal.file;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import slope.table.DataException;

/// The destination of a result, and how it is written: the one place for models, tables, pages and
/// checkpoints.
///
///     Destination.named("predictions.csv").write(bytes -> …);
///
/// Links are followed to their end first.
public sealed interface Destination {
    /// Standard output, by the name that people use.
    String STANDARD_OUTPUT = "-";

    /// As it was named.
    Path named();

    /// A description that follows its name.
    String words();

    /// Writes all of it.
    ///
    /// @throws DataException if it cannot be written
    void write(Content content);

    /// Writes the content from its first byte to its last.
    interface Content {
        void writeTo(OutputStream bytes) throws IOException;
    }

    /// A file, there or new: it appears whole or not at all, see [WholeFile].
    ///
    /// @param place where it is, behind all links
    record File(Path named, Path place) implements Destination {
        @Override
        public String words() {
            return "is a file";
        }

        @Override
        public void write(Content content) {
            WholeFile.write(named, part -> {
                try (OutputStream bytes = Files.newOutputStream(part)) {
                    content.writeTo(bytes);
                }
            });
        }
    }

    /// A pipe, a device or a file descriptor: what is written passes through, and nothing is
    /// replaced.
    record Stream(Path named, String words) implements Destination {
        @Override
        public void write(Content content) {
            // A file that a shell has opened goes on at its end, as if the shell wrote.
            try (OutputStream bytes = Files.newOutputStream(named, StandardOpenOption.APPEND)) {
                content.writeTo(bytes);
            } catch (AccessDeniedException failure) {
                throw new DataException("\"%s\" cannot be written: that is not permitted".formatted(named), failure);
            } catch (IOException failure) {
                throw WholeFile.unwritten(named, failure);
            }
        }
    }

    /// Standard output of the process. Commands that print elsewhere take it as a question of where
    /// to print.
    record StandardOutput(Path named) implements Destination {
        @Override
        public String words() {
            return "is standard output";
        }

        @Override
        public void write(Content content) {
            try (OutputStream bytes = new LeftOpen(new FileOutputStream(FileDescriptor.out))) {
                content.writeTo(bytes);
            } catch (IOException failure) {
                throw WholeFile.unwritten(named, failure);
            }
        }

        /// Others go on printing there.
        private static final class LeftOpen extends FilterOutputStream {
            LeftOpen(OutputStream bytes) {
                super(bytes);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        }
    }

    /// What a person named: `-` is standard output.
    ///
    /// @throws DataException if nothing can be written there
    static Destination named(String name) {
        if (name.isEmpty()) {
            throw new DataException("the name of the file to write is empty; name one");
        }
        try {
            return name.equals(STANDARD_OUTPUT) ? new StandardOutput(Path.of(name)) : of(Path.of(name));
        } catch (InvalidPathException impossible) {
            throw new DataException("\"%s\" cannot be the name of a file".formatted(name), impossible);
        }
    }

    /// What a path leads to.
    ///
    /// @throws DataException if nothing can be written there: it is a folder, a disk or a socket, a
    ///     link that leads in a circle, read-only, or in a folder that is missing or may not be changed
    static Destination of(Path named) {
        LinkEnd end = LinkEnd.of(named);
        return switch (end.kind()) {
            case NOTHING -> file(named, end);
            case FILE -> {
                refuseReadOnly(named, end);
                yield file(named, end);
            }
            case STANDARD_OUTPUT -> new StandardOutput(named);
            case DESCRIPTOR, PIPE, DEVICE -> {
                refuseReadOnly(named, end);
                yield new Stream(named, end.words());
            }
            case FOLDER -> throw new DataException("\"%s\" is a folder; name a file to write".formatted(named));
            case CIRCLE, CLOSED, DISK, SOCKET ->
                throw new DataException("\"%s\" %s; name a file to write".formatted(named, end.words()));
        };
    }

    /// A file that its user has protected is not replaced either, though its folder would allow it.
    private static void refuseReadOnly(Path named, LinkEnd end) {
        if (!Files.isWritable(end.path())) {
            throw new DataException("\"%s\" is read-only; allow writing to it, or name another file".formatted(named));
        }
    }

    private static File file(Path named, LinkEnd end) {
        Path folder = WholeFile.folderOf(end.path());
        if (!Files.isDirectory(folder)) {
            throw new DataException("\"%s\" cannot be written: there is no folder \"%s\"; make it first"
                    .formatted(
                            named, Optional.ofNullable(end.path().getParent()).orElse(folder)));
        }
        if (!Files.isWritable(folder)) {
            throw WholeFile.unchangeable(named, folder);
        }
        return new File(named, end.path());
    }

    /// A destination for what has to be a file.
    ///
    /// @param what it is, as in "a model"
    /// @throws DataException if the destination is none
    default File requireFile(String what) {
        if (this instanceof File file) {
            return file;
        }
        throw new DataException(
                "\"%s\" %s; %s has to be a file: name a new one, or one to replace".formatted(named(), words(), what));
    }

    /// Whether both are one file, be it there or new.
    default boolean isSame(Destination other) {
        return this instanceof File mine
                && other instanceof File its
                && real(mine).equals(real(its));
    }

    private static Path real(File file) {
        try {
            return WholeFile.folderOf(file.place())
                    .toRealPath()
                    .resolve(file.place().getFileName());
        } catch (IOException ignored) {
            return file.place().toAbsolutePath(); // The folder has gone meanwhile.
        }
    }
}
