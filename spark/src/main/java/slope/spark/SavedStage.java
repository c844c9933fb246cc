package slope.spark;

import org.apache.spark.ml.param.Params;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.DefaultParamsReader.Metadata;
import org.apache.spark.ml.util.DefaultParamsWriter;
import org.apache.spark.sql.SparkSession;

/// Reads and writes the params of a stage as Spark's own stages are saved.
///
/// Spark's code for that is visible in Java and no part of its API: a version of Spark that changes it
/// changes this class alone.
final class SavedStage {
    private SavedStage() {}

    static void write(Params stage, String path, SparkSession session) {
        DefaultParamsWriter.saveMetadata(stage, path, session);
    }

    /// @throws IllegalArgumentException if another class was saved there
    static Metadata read(Class<?> stage, String path, SparkSession session) {
        return DefaultParamsReader.loadMetadata(path, session, stage.getName());
    }

    /// Sets the params of a stage as they were saved.
    static void restore(Params stage, Metadata saved) {
        saved.getAndSetParams(stage, saved.getAndSetParams$default$2());
    }
}
