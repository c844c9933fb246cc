package slope.run;

import java.util.Collections;
import java.util.List;
import slope.fit.FitPlan;
import slope.model.FitRecord;
import slope.model.Model;
import slope.model.TrainingRanges;
import slope.onnx.ModelFile;
import slope.recipe.Setting;

/// Checks before training that the network fits into memory and the model into a file that can be
/// read. The sizes of both are known by then.
final class RoomCheck {
    /// A loss as long as any in text.
    private static final double LONG_LOSS = 1.2345678901234568e-300;

    /// More epochs are asked for by people who mean to end otherwise.
    private static final int MOST_EPOCHS = 100_000;

    private RoomCheck() {}

    /// @throws slope.table.DataException if the training takes more memory than Java may have
    static void refuseMemory(FitPlan plan) {
        plan.refuseTooLarge(Runtime.getRuntime().maxMemory());
    }

    /// @throws slope.table.DataException if the model's file could not be read again
    static void refuseFile(PreparedTraining prepared) {
        Model largest = prepared.plan().largestModel();
        FitRecord record = record(prepared, largest);
        new ModelFile(largest.with(record), ModelSaving.provenance(prepared)).refuseTooLarge();
    }

    /// As long as it can become.
    private static FitRecord record(PreparedTraining prepared, Model largest) {
        int epochs = Math.min(prepared.plan().settings().get(Setting.EPOCHS), MOST_EPOCHS);
        List<Double> losses = Collections.nCopies(epochs, LONG_LOSS);
        FitRecord.History history = new FitRecord.History(epochs, losses, losses);
        return prepared.plan()
                .record()
                .data(new FitRecord.Data(prepared.table().rows(), 0, 0, prepared.hash(), ""))
                .history(Collections.nCopies(prepared.plan().mostNetworks(), history))
                .ranges(TrainingRanges.in(
                        prepared.plan().rows().table(), largest.columns().keySet()));
    }
}
