package slope.cli;

import picocli.CommandLine;
import picocli.CommandLine.IFactory;
import slope.cli.train.Interruption;
import slope.cli.train.TrainCommand;
import slope.run.Stopwatch;

/// Creates commands, and passes the start time and interruptions to the one that trains.
record CommandFactory(Stopwatch stopwatch, Interruption interruption) implements IFactory {
    @Override
    public <K> K create(Class<K> type) throws Exception {
        return type == TrainCommand.class
                ? type.cast(new TrainCommand(stopwatch, interruption))
                : CommandLine.defaultFactory().create(type);
    }
}
