package slope.cli;

import picocli.CommandLine;
import picocli.CommandLine.IFactory;
import slope.cli.train.Stopwatch;
import slope.cli.train.TrainCommand;

/// Creates commands, and passes the start time to the one with a time limit.
record CommandFactory(Stopwatch stopwatch) implements IFactory {
    @Override
    public <K> K create(Class<K> type) throws Exception {
        return type == TrainCommand.class
                ? type.cast(new TrainCommand(stopwatch))
                : CommandLine.defaultFactory().create(type);
    }
}
