package slope.serve.studio.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.Map;
import slope.run.TrainingRequest;
import slope.serve.http.HttpException;
import slope.serve.studio.data.OpenTable;
import slope.serve.studio.data.TableSlot;
import slope.serve.studio.run.StudioRun;
import slope.serve.studio.run.StudioRuns;
import slope.table.Table;
import slope.tables.ReadListener;
import slope.tables.TableFiles;

/// The runs whose models were asked for last.
public final class OpenedRuns {
    private static final int MOST = 2; // each holds its table

    private final StudioRuns runs;
    private final TableSlot slot;
    private final Map<Key, OpenedRun> opened = new LinkedHashMap<>();

    public OpenedRuns(StudioRuns runs, TableSlot slot) {
        this.runs = runs;
        this.slot = slot;
    }

    /// A model, as long as its file stays the same.
    private record Key(int number, FileTime changed) {}

    /// A run with its model.
    ///
    /// @throws HttpException if there is no such run, or it has no model
    /// @throws slope.table.DataException if its table cannot be read
    synchronized OpenedRun get(int number) {
        StudioRun run = runs.get(number);
        Path model = run.model();
        Key key = new Key(number, changed(model));
        OpenedRun known = opened.get(key);
        if (known == null) {
            if (opened.size() == MOST) {
                opened.remove(opened.keySet().iterator().next());
            }
            known = new OpenedRun(number, model, run.request(), table(run));
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
