package slope.spark;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.spark.sql.Row;
import scala.collection.Iterator;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractFunction1;

/// A [ClusterTask] as a function of Scala, which Spark's barrier stages take.
final class BarrierFunction extends AbstractFunction1<Iterator<Row>, Iterator<byte[]>> implements Serializable {
    private static final long serialVersionUID = 1;

    private final ClusterTask task;

    BarrierFunction(ClusterTask task) {
        this.task = task;
    }

    @Override
    public Iterator<byte[]> apply(Iterator<Row> rows) {
        try {
            Outcome outcome = task.call(CollectionConverters.asJava(rows));
            return CollectionConverters.asScala(
                    List.of(Serialized.bytes(outcome)).iterator());
        } catch (IOException failure) {
            throw new UncheckedIOException(String.valueOf(failure.getMessage()), failure);
        }
    }
}
