package slope.spark;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import org.apache.spark.sql.Row;
import scala.collection.Iterator;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractFunction1;

/// A [ClusterTask] as a function of Scala, which Spark's barrier stages take.
final class BarrierFunction extends AbstractFunction1<Iterator<Row>, Iterator<Outcome>> implements Serializable {
    private static final long serialVersionUID = 1;

    private final ClusterTask task;

    BarrierFunction(ClusterTask task) {
        this.task = task;
    }

    @Override
    public Iterator<Outcome> apply(Iterator<Row> rows) {
        try {
            return CollectionConverters.asScala(task.call(CollectionConverters.asJava(rows)));
        } catch (IOException failure) {
            throw new UncheckedIOException(String.valueOf(failure.getMessage()), failure);
        }
    }
}
