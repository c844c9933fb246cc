package slope.spark;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.Serializable;
import java.io.UncheckedIOException;

/// Values as bytes by Java's own serialization. What Spark sends it serializes as `spark.serializer` says, and Kryo, a
/// usual choice, makes no records and refuses classes that nobody has registered; bytes are sent by either.
final class Serialized {
    private Serialized() {}

    static byte[] bytes(Serializable value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream stream = new ObjectOutputStream(bytes)) {
            stream.writeObject(value);
        } catch (IOException impossible) {
            throw new UncheckedIOException("there is no memory to send from", impossible);
        }
        return bytes.toByteArray();
    }

    /// The value that was made bytes by the same program on another machine.
    static <T extends Serializable> T value(byte[] bytes, Class<T> type) {
        try (ObjectInputStream stream = new OfThisLoader(new ByteArrayInputStream(bytes))) {
            return type.cast(stream.readObject());
        } catch (IOException | ClassNotFoundException other) {
            throw new IllegalStateException(
                    "driver and executors run other versions of Slope or of Spark: " + other.getMessage(), other);
        }
    }

    /// Finds classes as this one was found: executors load the jars of an application by a loader of their own.
    private static final class OfThisLoader extends ObjectInputStream {
        OfThisLoader(InputStream stream) throws IOException {
            super(stream);
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass described) throws IOException, ClassNotFoundException {
            try {
                return Class.forName(described.getName(), false, Serialized.class.getClassLoader());
            } catch (ClassNotFoundException primitive) {
                return super.resolveClass(described);
            }
        }
    }
}
