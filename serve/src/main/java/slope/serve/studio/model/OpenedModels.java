package slope.serve.studio.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import slope.run.TrainingRequest;
import slope.serve.http.HttpException;
import slope.serve.studio.data.OpenTable;
import slope.serve.studio.data.TableSlot;
import slope.serve.studio.run.StudioRun;
import slope.serve.studio.run.StudioRuns;
import slope.table.Table;
import slope.tables.ReadListener;
import slope.tables.TableFiles;

/// The models that were asked for last.
public final class OpenedModels {
    private static final int MOST = 3; // each holds its table

    private final StudioRuns runs;
    private final SavedModels saved;
    private final TableSlot slot;
    private final Map<Key, OpenedModel> opened = new LinkedHashMap<>();

    public OpenedModels(StudioRuns runs, SavedModels saved, TableSlot slot) {
        this.runs = runs;
        this.saved = saved;
        this.slot = slot;
    }

    /// A model, as long as its file and its rows stay the same.
    ///
    /// @param table the number of the open table; 0 for that of the run
    private record Key(Path model, FileTime changed, int table) {}

    /// The model of a run, with the table that it was trained on.
    ///
    /// @throws HttpException if there is no such run, or it has no model
    /// @throws slope.table.DataException if its table cannot be read
    synchronized OpenedModel ofRun(int number) {
        StudioRun run = runs.get(number);
        Path model = run.model();
        return get(
                new Key(model, changed(model), 0), () -> OpenedModel.ofRun(number, model, run.request(), table(run)));
    }

    /// A saved model, with the rows of the table that is open.
    ///
    /// @throws HttpException if there is no such model, or no table
    /// @throws slope.table.DataException if the table lacks columns that the model reads
    synchronized OpenedModel saved(int number) {
        Path model = saved.get(number);
        OpenTable table = slot.ready();
        return get(
                new Key(model, changed(model), table.number()),
                () -> OpenedModel.saved(model, table.source().location()));
    }

    private OpenedModel get(Key key, Supplier<OpenedModel> loading) {
        OpenedModel known = opened.get(key);
        if (known == null) {
            if (opened.size() == MOST) {
                opened.remove(opened.keySet().iterator().next());
            }
            known = loading.get();
            opened.put(key, known);
        }
        return known;
    }

    private static FileTime changed(Path model) {
        try {
            return Files.getLastModifiedTime(model);
        } catch (IOException gone) {
            throw new HttpException(409, "the model has been deleted");
        }
    }

    private Table table(StudioRun run) {
        TrainingRequest request = run.request();
        return slot.find()
                .filter(open -> StudioRuns.isOf(run, slot.find()))
                .map(OpenTable::table)
                .orElseGet(() -> TableFiles.read(request.table(), request.reading(), ReadListener.NONE));
    }
}
