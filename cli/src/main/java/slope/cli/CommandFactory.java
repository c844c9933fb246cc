package slope.cli;

import picocli.CommandLine;
import picocli.CommandLine.IFactory;
import slope.cli.train.Stopwatch;
import slope.cli.train.TrainCommand;

/// Makes commands, and tells the one that may have a time limit when its time began.
record CommandFactory(Stopwatch stopwatch) implements IFactory {
    @Override
    public <K> K create(Class<K> type) throws Exception {
        return type == TrainCommand.class
                ? type.cast(new TrainCommand(stopwatch))
                : CommandLine.defaultFactory().create(type);
    }
}
