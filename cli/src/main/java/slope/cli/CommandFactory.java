package slope.cli;

import picocli.CommandLine;
import picocli.CommandLine.IFactory;
import slope.cli.serve.ServeCommand;
import slope.cli.studio.StudioCommand;
import slope.cli.train.CrossValidateCommand;
import slope.cli.train.Interruption;
import slope.cli.train.TrainCommand;
import slope.cli.train.TuneCommand;
import slope.run.Stopwatch;

/// Creates commands, and passes the start time and interruptions to those that end in order.
record CommandFactory(Stopwatch stopwatch, Interruption interruption) implements IFactory {
    @Override
    public <K> K create(Class<K> type) throws Exception {
        if (type == TrainCommand.class) {
            return type.cast(new TrainCommand(stopwatch, interruption));
        }
        if (type == TuneCommand.class) {
            return type.cast(new TuneCommand(stopwatch, interruption));
        }
        if (type == CrossValidateCommand.class) {
            return type.cast(new CrossValidateCommand(interruption));
        }
        if (type == StudioCommand.class) {
            return type.cast(new StudioCommand(interruption));
        }
        return type == ServeCommand.class
                ? type.cast(new ServeCommand(interruption))
                : CommandLine.defaultFactory().create(type);
    }
}
