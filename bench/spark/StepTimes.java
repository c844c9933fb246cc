import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.spark.BarrierTaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import scala.collection.Iterator;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag$;
import scala.runtime.AbstractFunction1;
import slope.spark.exchange.Meeting;
import slope.spark.exchange.PortRange;
import slope.spark.exchange.Secret;
import slope.spark.exchange.SocketExchange;
import slope.spark.exchange.Topology;

/// The time of a step without its arithmetic: parameters to every worker, gradients of all added up.
final class StepTimes {
    private static final int WORKERS = 2;
    private static final int AGGREGATIONS = 20;

    private StepTimes() {}

    static void print(SparkSession session) {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(session.sparkContext());
        for (int parameters : new int[] {1_000, 100_000, 1_000_000}) {
            aggregated(context, parameters);
            Measurements.line(String.format(
                    Locale.ROOT,
                    "%,9d parameters: tree aggregation %8.2f ms a step",
                    parameters,
                    aggregated(context, parameters)));
            for (Topology topology : Topology.values()) {
                Measurements.line(String.format(
                        Locale.ROOT,
                        "%,9d parameters: sockets, %s    %8.3f ms a step",
                        parameters,
                        topology.name().toLowerCase(Locale.ROOT),
                        swapped(context, parameters, topology)));
            }
        }
    }

    /// Spark's own way: a job for each step.
    private static double aggregated(JavaSparkContext context, int parameters) {
        JavaRDD<Integer> workers = context.parallelize(List.of(0, 1), WORKERS).cache();
        workers.count();
        long start = System.nanoTime();
        for (int step = 0; step < AGGREGATIONS; step++) {
            Broadcast<float[]> sent = context.broadcast(new float[parameters]);
            workers.treeAggregate(
                    new float[parameters], (sum, worker) -> added(sum, sent.value()), StepTimes::added, 2);
            sent.destroy();
        }
        return Measurements.secondsSince(start) * 1e3 / AGGREGATIONS;
    }

    private static float[] added(float[] sum, float[] other) {
        for (int index = 0; index < sum.length; index++) {
            sum[index] += other[index];
        }
        return sum;
    }

    private static double swapped(JavaSparkContext context, int parameters, Topology topology) {
        int steps = Math.clamp(200_000_000L / parameters / 10, 100, 5_000);
        JavaRDD<Double> times = context.parallelize(List.of(0, 1), WORKERS)
                .rdd()
                .barrier()
                .mapPartitions(
                        new Swap(parameters, steps, topology, Secret.random()),
                        false,
                        ClassTag$.MODULE$.<Double>apply(Double.class))
                .toJavaRDD();
        return times.collect().stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }

    /// One worker, which tells the milliseconds of a step in the second half of its steps.
    private static final class Swap extends AbstractFunction1<Iterator<Integer>, Iterator<Double>>
            implements Serializable {
        private static final long serialVersionUID = 1;

        private final int parameters;
        private final int steps;
        private final Topology topology;
        private final Secret secret;

        Swap(int parameters, int steps, Topology topology, Secret secret) {
            this.parameters = parameters;
            this.steps = steps;
            this.topology = topology;
            this.secret = secret;
        }

        @Override
        public Iterator<Double> apply(Iterator<Integer> rows) {
            BarrierTaskContext context = BarrierTaskContext.get();
            try (Meeting meeting = Meeting.at("127.0.0.1", PortRange.any())) {
                List<String> all = Arrays.asList(context.allGather(meeting.address()));
                try (SocketExchange exchange =
                        meeting.with(all, context.partitionId(), secret, Duration.ofMinutes(2), topology)) {
                    float[] numbers = new float[parameters];
                    long start = 0;
                    for (int step = 0; step < 2 * steps; step++) {
                        start = step == steps ? System.nanoTime() : start;
                        exchange.add(numbers, new double[2]);
                    }
                    return CollectionConverters.asScala(List.of(Measurements.secondsSince(start) * 1e3 / steps)
                            .iterator());
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
