package slope.spark;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.BarrierTaskContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import slope.checkpoint.Identity;
import slope.fit.FitPlan;
import slope.fit.FitState;
import slope.fit.ShardedTraining;
import slope.model.RowSketch;
import slope.spark.exchange.Meeting;
import slope.spark.exchange.SocketExchange;
import slope.table.DataException;
import slope.table.Table;
import slope.training.Checkpointer;
import slope.training.DivergedException;
import slope.training.Examples;
import slope.training.Exchange;
import slope.training.TrainingCallbacks;
import slope.training.TrainingListener;
import slope.training.TrainingState;

/// One worker of a training: a task of a barrier stage, whose tasks all run at once. They tell each
/// other through Spark where they listen, or what is wrong with their rows, and train over sockets.
final class ClusterTask implements Serializable {
    private static final long serialVersionUID = 1;

    /// Before a sentence that a worker tells in place of an address.
    private static final String FAILED = "!";

    private final Broadcast<ClusterJob> sent;

    ClusterTask(Broadcast<ClusterJob> sent) {
        this.sent = sent;
    }

    /// A worker with its shards in memory.
    ///
    /// @param sketch of their rows
    private record Prepared(
            FitPlan plan,
            ShardedTraining training,
            Identity identity,
            List<Optional<Examples>> shards,
            RowSketch sketch) {
        /// The training rows of all workers, as the driver has counted them.
        long expectedRows(ClusterJob job) {
            int validation = job.sample().rows().size() - plan.first().split().training().length;
            return job.sample().allRows() - validation;
        }
    }

    /// What a worker tells the others before they connect.
    ///
    /// @param address where it listens
    /// @param epoch the newest of the checkpoints that it sees
    /// @param rows how many it trains on
    private record Greeting(String address, int epoch, int rows) {
        static Greeting of(String text) {
            String[] parts = text.split(" ", -1);
            return new Greeting(parts[0], Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
        }

        String text() {
            return "%s %s %s".formatted(address, epoch, rows);
        }
    }

    /// Trains with the others.
    ///
    /// @param rows of this worker's shards that are not in the sample
    /// @throws IOException if another worker cannot be reached
    Iterator<Outcome> call(Iterator<Row> rows) throws IOException {
        BarrierTaskContext context = BarrierTaskContext.get();
        ClusterJob job = sent.value();
        int worker = context.partitionId();
        String host = host(context.getTaskInfos()[worker].address());
        try (Meeting meeting = Meeting.at(host, job.connection().ports())) {
            Optional<Prepared> prepared = Optional.empty();
            String told;
            try {
                Prepared own = prepare(job, worker, rows, context.cpus());
                told = new Greeting(
                                meeting.address(),
                                newestEpoch(job, worker),
                                own.sketch().rows())
                        .text();
                prepared = Optional.of(own);
            } catch (DataException problem) {
                told = FAILED + job.sample().said(problem).getMessage();
            } catch (IllegalArgumentException problem) {
                told = FAILED + problem.getMessage();
            }
            List<String> all = List.of(context.allGather(told));
            Optional<String> failure =
                    all.stream().filter(each -> each.startsWith(FAILED)).findFirst();
            if (failure.isPresent() || prepared.isEmpty()) {
                return failed(failure.orElse(told).substring(FAILED.length()));
            }
            List<Greeting> workers = all.stream().map(Greeting::of).toList();
            long came = workers.stream().mapToLong(Greeting::rows).sum();
            long expected = prepared.get().expectedRows(job);
            if (came != expected) {
                return failed(otherRows(expected, came));
            }
            int epoch = workers.getFirst().epoch();
            try (SocketExchange exchange = meeting.with(
                    workers.stream().map(Greeting::address).toList(),
                    worker,
                    job.connection().secret(),
                    job.connection().patience(),
                    job.connection().topology())) {
                return List.of(train(job, prepared.get(), new TaskExchange(exchange, context), epoch))
                        .iterator();
            }
        }
    }

    private static Iterator<Outcome> failed(String sentence) {
        return List.of(Outcome.failed(sentence)).iterator();
    }

    private static String otherRows(long expected, long came) {
        return String.format(
                Locale.ROOT,
                "the DataFrame had %,d training rows when they were counted and %,d when they were read again; write"
                        + " it to a file, or cache it, where its rows change from one reading to the next",
                expected,
                came);
    }

    private static String host(String address) {
        int colon = address.lastIndexOf(':');
        return colon < 0 ? address : address.substring(0, colon);
    }

    /// The first worker's choice is that of all, who may see the folder at other moments.
    private static int newestEpoch(ClusterJob job, int worker) {
        return worker == 0 ? checkpoints(job).map(SparkCheckpoints::newest).orElse(0) : 0;
    }

    private static Optional<SparkCheckpoints> checkpoints(ClusterJob job) {
        return job.checkpoints().isEmpty() ? Optional.empty() : Optional.of(SparkCheckpoints.in(job.checkpoints()));
    }

    /// Makes the plan, and examples of the worker's rows: those that came and those of the sample.
    private static Prepared prepare(ClusterJob job, int worker, Iterator<Row> rows, int threads) {
        FitPlan plan = job.plan(threads);
        ShardedTraining training = ShardedTraining.of(plan);
        List<ShardRows> shards = IntStream.range(0, job.layout().shardsOfWorker())
                .mapToObj(shard -> new ShardRows(job.sample().kinds()))
                .toList();
        int[] sampled = plan.first().split().training();
        for (int row = 0; row < sampled.length; row++) {
            add(job, worker, job.sample().rows().get(plan.numberInTable(0, row)), shards);
        }
        rows.forEachRemaining(row -> add(job, worker, row, shards));
        List<String> columns = RowSketch.columns(plan.largestModel());
        List<Optional<Examples>> examples = new ArrayList<>();
        List<RowSketch> sketches = new ArrayList<>();
        for (ShardRows shard : shards) {
            Table table = shard.table();
            examples.add(shard.isEmpty() ? Optional.empty() : Optional.of(training.examples(table)));
            sketches.add(RowSketch.of(table, columns));
        }
        int count = sketches.stream().mapToInt(RowSketch::rows).sum();
        return new Prepared(plan, training, job.identity(plan), examples, RowSketch.merged(count, sketches));
    }

    private static void add(ClusterJob job, int worker, Row row, List<ShardRows> shards) {
        long hash = HashedRows.hash(row);
        if (job.layout().worker(hash) == worker) {
            shards.get(job.layout().shard(hash) % job.layout().shardsOfWorker()).add(row);
        }
    }

    /// What every worker finds as well is an outcome. An exception ends the stage, and is the root cause.
    private static Outcome train(ClusterJob job, Prepared prepared, Exchange exchange, int epoch) {
        Optional<SparkCheckpoints> checkpoints = checkpoints(job);
        TrainingCallbacks<TrainingState> callbacks = TrainingCallbacks.by(TrainingListener.silent());
        if (exchange.worker() == 0 && checkpoints.isPresent()) {
            callbacks = callbacks.checkpointer(afterEpochs(checkpoints.get(), prepared));
        }
        try {
            callbacks = state(checkpoints, epoch, prepared).map(callbacks::from).orElse(callbacks);
        } catch (DataException ofAnother) {
            return Outcome.failed(String.valueOf(ofAnother.getMessage()));
        }
        try {
            FitState ended =
                    prepared.training().ended(prepared.training().train(prepared.shards(), exchange, callbacks));
            Outcome outcome = Outcome.of(prepared.sketch());
            return exchange.worker() == 0 ? outcome.with(SparkCheckpoints.bytes(prepared.identity(), ended)) : outcome;
        } catch (DivergedException diverged) {
            return Outcome.failed(String.valueOf(diverged.getMessage()));
        }
    }

    /// The state after an epoch, to go on from.
    private static Optional<TrainingState> state(Optional<SparkCheckpoints> checkpoints, int epoch, Prepared prepared) {
        return checkpoints
                .filter(ignored -> epoch > 0)
                .map(folder -> folder.state(epoch, prepared.plan(), prepared.identity()))
                .flatMap(FitState::atWork)
                .map(FitState.AtWork::state);
    }

    private static Checkpointer<TrainingState> afterEpochs(SparkCheckpoints checkpoints, Prepared prepared) {
        return new Checkpointer<>() {
            @Override
            public boolean wants(Moment moment) {
                return moment == Moment.AFTER_EPOCH;
            }

            @Override
            public void save(TrainingState state) {
                checkpoints.write(
                        state.history().size(),
                        prepared.identity(),
                        prepared.training().within(state));
            }
        };
    }
}
