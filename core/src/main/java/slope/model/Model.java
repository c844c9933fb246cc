package slope.model;

import java.util.List;
import slope.data.Encoding;
import slope.data.Table;
import slope.data.TargetEncoding;
import slope.evaluation.Predictions;
import slope.network.Network;

/// Trained networks, one or several that are averaged, each with how a table's columns become its
/// inputs and what its outputs mean.
///
/// @param members at least one, all of the same task and columns to predict
public record Model(List<Member> members) {

    public Model {
        members = List.copyOf(members);
        if (members.isEmpty()) {
            throw new IllegalArgumentException("a model needs at least one network");
        }
    }

    /// A model of one network.
    public Model(Encoding encoding, TargetEncoding target, Network network) {
        this(List.of(new Member(encoding, target, network)));
    }

    /// What the outputs mean: the columns to predict and their classes are those of every member, a scale is
    /// the first one's.
    public TargetEncoding target() {
        return members.getFirst().target();
    }

    /// What is predicted.
    public Task task() {
        return Task.of(target());
    }

    /// Predictions for a table with the columns the model was trained on, in any order; others are
    /// not looked at. Of several networks, the mean of what they say: of probabilities and values.
    ///
    /// @throws slope.data.DataException if a column is missing or holds another kind of values
    public Predictions predict(Table table) {
        double[] mean = members.getFirst().meanings(table);
        for (Member member : members.subList(1, members.size())) {
            double[] more = member.meanings(table);
            for (int index = 0; index < mean.length; index++) {
                mean[index] += more[index];
            }
        }
        for (int index = 0; index < mean.length; index++) {
            mean[index] /= members.size();
        }
        return Outputs.predictions(target(), mean);
    }
}
