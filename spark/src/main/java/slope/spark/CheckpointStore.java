package slope.spark;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.util.SerializableConfiguration;
import slope.checkpoint.Identity;
import slope.table.DataException;
import slope.table.Fingerprint;

/// Where the checkpoints of a training are: in a folder of its own in that of the user, named after its data and
/// settings, so that trainings with the same folder do not meet. It is sent to the workers with what the session says
/// of file systems, which executors do not know.
///
/// @param folder of the training, or empty for no checkpoints
record CheckpointStore(String folder, SerializableConfiguration hadoop) implements Serializable {
    private static final int NAME_LENGTH = 16;

    /// No checkpoints.
    static CheckpointStore none() {
        return new CheckpointStore("", new SerializableConfiguration(new Configuration(false)));
    }

    /// The checkpoints of a training.
    ///
    /// @param parent the folder that the user has named
    static CheckpointStore of(String parent, Identity identity, Configuration hadoop) {
        byte[] facts = new TreeMap<>(identity.facts()).toString().getBytes(StandardCharsets.UTF_8);
        String name = Fingerprint.of(facts).substring(0, NAME_LENGTH);
        String folder = "%s/slope-%s".formatted(parent, name);
        return new CheckpointStore(folder, new SerializableConfiguration(hadoop));
    }

    Optional<SparkCheckpoints> checkpoints() {
        return folder.isEmpty() ? Optional.empty() : Optional.of(new SparkCheckpoints(hadoop.value(), folder));
    }

    /// Deletes the folder, when the training has come to its end. One that stays does no harm, as the same training
    /// alone would go on from it: that is no reason to lose a model.
    void delete() {
        try {
            if (!folder.isEmpty()) {
                SparkFiles.deleteFolder(hadoop.value(), folder);
            }
        } catch (DataException stays) {
            return;
        }
    }
}
