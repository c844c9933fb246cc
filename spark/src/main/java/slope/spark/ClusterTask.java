package slope.spark;

import java.io.IOException;
import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.BarrierTaskContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import slope.fit.FitState;
import slope.spark.exchange.Meeting;
import slope.spark.exchange.SocketExchange;
import slope.table.DataException;
import slope.training.DivergedException;
import slope.training.TrainingCallbacks;
import slope.training.TrainingListener;
import slope.training.TrainingState;

/// One worker of a training: a task of a barrier stage, whose tasks all run at once. They tell each
/// other through Spark where they listen, or what is wrong with their rows, and train over sockets.
///
/// What is wrong with rows or a checkpoint is told to all before the first step. So all end with the same sentence, and
/// Spark does not start them again to find the same.
final class ClusterTask implements Serializable {
    private static final long serialVersionUID = 1;

    private final Broadcast<byte[]> sent; // a job

    ClusterTask(Broadcast<byte[]> sent) {
        this.sent = sent;
    }

    /// Trains with the others.
    ///
    /// @param rows of this worker's shards that are not in the sample
    /// @throws IOException if a connection fails
    /// @throws slope.spark.exchange.LostWorkerException if another worker cannot be reached
    Outcome call(Iterator<Row> rows) throws IOException {
        BarrierTaskContext context = BarrierTaskContext.get();
        ClusterJob job = Serialized.value(sent.value(), ClusterJob.class);
        String host = host(context.getTaskInfos()[context.partitionId()].address());
        Meeting meeting;
        try {
            meeting = Meeting.at(host, job.connection().ports());
        } catch (IOException | DataException problem) {
            return failed(context, job, String.valueOf(problem.getMessage()));
        }
        try (meeting) {
            WorkerRows own;
            Arrival arrival;
            try {
                own = WorkerRows.read(job, context.partitionId(), rows, context.cpus());
                arrival = new Arrival(meeting.address(), newestEpoch(job, context.partitionId()), own.arrived(), "");
            } catch (DataException problem) {
                return failed(
                        context, job, String.valueOf(job.sample().said(problem).getMessage()));
            } catch (IllegalArgumentException problem) {
                return failed(context, job, String.valueOf(problem.getMessage()));
            }
            return together(context, job, own, meeting, arrival);
        }
    }

    private static String host(String address) {
        int colon = address.lastIndexOf(':');
        return colon < 0 ? address : address.substring(0, colon);
    }

    /// The first worker's choice is that of all, who may see the folder at other moments.
    private static int newestEpoch(ClusterJob job, int worker) {
        return worker == 0 ? job.checkpoints().map(SparkCheckpoints::newest).orElse(0) : 0;
    }

    /// Tells the others what is wrong here, and ends with the same sentence as they.
    private static Outcome failed(BarrierTaskContext context, ClusterJob job, String problem) {
        return Outcome.failed(
                arrived(context, job, Arrival.failed(problem)).problem().orElse(problem));
    }

    private static Arrivals arrived(BarrierTaskContext context, ClusterJob job, Arrival own) {
        List<Arrival> all = new Roster(context, job.connection().readingPatience())
                .all(own.text()).stream().map(Arrival::parse).toList();
        return new Arrivals(all, job.sample());
    }

    private static Outcome together(
            BarrierTaskContext context, ClusterJob job, WorkerRows own, Meeting meeting, Arrival arrival)
            throws IOException {
        Arrivals all = arrived(context, job, arrival);
        if (all.problem().isPresent()) {
            return Outcome.failed(all.problem().get());
        }
        Optional<TrainingState> state = Optional.empty();
        if (all.epoch() > 0) {
            try {
                state = state(job, all.epoch(), own);
            } catch (DataException damaged) {
                return failed(context, job, String.valueOf(damaged.getMessage()));
            }
            Arrivals again = arrived(context, job, arrival);
            if (again.problem().isPresent()) {
                return Outcome.failed(again.problem().get());
            }
        }
        ClusterJob.Connection connection = job.connection();
        try (SocketExchange exchange = meeting.with(
                all.addresses(),
                context.partitionId(),
                connection.secret(),
                connection.patience(),
                connection.topology())) {
            return trained(job, own, new TaskExchange(exchange, context), state);
        }
    }

    /// The state after an epoch, to go on from.
    private static Optional<TrainingState> state(ClusterJob job, int epoch, WorkerRows own) {
        return job.checkpoints()
                .map(folder -> folder.state(epoch, own.plan(), own.identity()))
                .flatMap(FitState::atWork)
                .map(FitState.AtWork::state);
    }

    private static Outcome trained(
            ClusterJob job, WorkerRows own, TaskExchange exchange, Optional<TrainingState> state) {
        TrainingCallbacks<TrainingState> callbacks = TrainingCallbacks.by(TrainingListener.silent());
        callbacks = state.map(callbacks::from).orElse(callbacks);
        Optional<SparkCheckpoints> checkpoints = exchange.worker() == 0 ? job.checkpoints() : Optional.empty();
        if (checkpoints.isEmpty()) {
            return trained(own, exchange, callbacks);
        }
        try (EpochWriter writer = new EpochWriter(checkpoints.get(), own)) {
            return trained(own, exchange, callbacks.checkpointer(writer));
        }
    }

    /// What every worker finds as well is an outcome. An exception ends the stage, and is the root cause.
    private static Outcome trained(WorkerRows own, TaskExchange exchange, TrainingCallbacks<TrainingState> callbacks) {
        try {
            FitState ended = own.training().ended(own.training().train(own.shards(), exchange, callbacks));
            Outcome outcome = Outcome.of(own.sketch());
            return exchange.worker() == 0 ? outcome.with(SparkCheckpoints.bytes(own.identity(), ended)) : outcome;
        } catch (DivergedException diverged) {
            return Outcome.failed(String.valueOf(diverged.getMessage()));
        }
    }
}
