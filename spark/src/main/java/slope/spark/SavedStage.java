package slope.spark;

import java.util.function.Function;
import org.apache.spark.ml.param.Params;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.DefaultParamsReader.Metadata;
import org.apache.spark.ml.util.DefaultParamsWriter;
import org.apache.spark.ml.util.MLReader;
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

    /// Reads stages that are nothing but their params. Spark's own reader would make one of any class that it finds.
    ///
    /// @param made a stage of a uid
    static <S extends Params> MLReader<S> reader(Class<S> stage, Function<String, S> made) {
        return new MLReader<>() {
            @Override
            public S load(String path) {
                Metadata saved = read(stage, path, sparkSession());
                S read = made.apply(saved.uid());
                restore(read, saved);
                return read;
            }
        };
    }

    /// Sets the params of a stage as they were saved.
    static void restore(Params stage, Metadata saved) {
        saved.getAndSetParams(stage, saved.getAndSetParams$default$2());
    }
}
