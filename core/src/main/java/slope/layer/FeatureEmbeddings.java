package slope.layer;

import java.util.ArrayList;
import java.util.List;
import slope.kernel.Team;
import slope.kernel.Worker;

/// The feature embeddings of a first layer: each turns some consecutive inputs into the numbers
/// that the next layer sees. Their outputs stand one after another.
///
/// @param embeddings each takes the inputs that follow those of the one before it
public record FeatureEmbeddings(List<FeatureEmbedding> embeddings) implements Layer {
    public FeatureEmbeddings {
        embeddings = List.copyOf(embeddings);
        if (embeddings.isEmpty()) {
            throw new IllegalArgumentException("a layer of feature embeddings needs at least 1");
        }
    }

    @Override
    public String title() {
        return "feature embeddings";
    }

    /// The inputs that all embeddings together take.
    public int inputs() {
        return embeddings.stream().mapToInt(FeatureEmbedding::inputs).sum();
    }

    @Override
    public int outputs(int inputs) {
        return embeddings.stream().mapToInt(FeatureEmbedding::outputs).sum();
    }

    @Override
    public void check(Architecture architecture, int index) {
        if (index > 0) {
            throw new IllegalArgumentException("layer %s of %s has feature embeddings, which only the first layer may"
                    .formatted(index + 1, architecture.layers().size()));
        }
        if (inputs() != architecture.inputs()) {
            throw new IllegalArgumentException("the feature embeddings take %s inputs, but the network has %s"
                    .formatted(inputs(), architecture.inputs()));
        }
    }

    @Override
    public List<Parameter> parameters(int inputs, int members) {
        List<Parameter> all = new ArrayList<>();
        for (int number = 0; number < embeddings.size(); number++) {
            for (Parameter parameter : embeddings.get(number).parameters()) {
                all.add(parameter.ofPart(number));
            }
        }
        return all;
    }

    @Override
    public LayerPass pass(LayerPlace place, Team team, int batchSize, TrainingStep step) {
        return new Pass(place, team, embeddings, batchSize, step);
    }

    @Override
    public long numbers(int inputs, int rows) {
        long numbers = 0;
        for (FeatureEmbedding embedding : embeddings) {
            numbers += 2L * rows * embedding.outputs() + embedding.numbers();
        }
        return numbers;
    }

    @Override
    public long numbersOfThread(int rows) {
        long numbers = 0;
        for (FeatureEmbedding embedding : embeddings) {
            numbers += embedding.numbersOfThread(rows);
        }
        return numbers;
    }

    /// Each embedding fills its columns of the outputs.
    private static final class Pass implements AnchorPass {
        private final EmbeddingPass[] embeddings;
        private final float[] outputs; // batchSize × outputs of all embeddings
        private final float[] outputGradient; // batchSize × outputs of all embeddings

        Pass(LayerPlace place, Team team, List<FeatureEmbedding> settings, int batchSize, TrainingStep step) {
            int outputWidth = place.outputs();
            int inputWidth = place.inputs();
            this.embeddings = new EmbeddingPass[settings.size()];
            int firstInput = 0;
            int firstOutput = 0;
            for (int number = 0; number < embeddings.length; number++) {
                FeatureEmbedding embedding = settings.get(number);
                EmbeddingPlace columns =
                        new EmbeddingPlace(inputWidth, firstInput, outputWidth, firstOutput, place.blocks(number));
                embeddings[number] = embedding.pass(team, columns, batchSize);
                firstInput += embedding.inputs();
                firstOutput += embedding.outputs();
            }
            this.outputs = new float[Math.multiplyExact(batchSize, outputWidth)];
            this.outputGradient = step.numbersToTrain(outputs.length);
        }

        @Override
        public float[] outputs() {
            return outputs;
        }

        @Override
        public float[] outputGradient() {
            return outputGradient;
        }

        @Override
        public void forward(FusedGroup group) {
            for (EmbeddingPass embedding : embeddings) {
                embedding.forward(group.batch());
            }
            group.shareEpilogue();
        }

        /// A first layer does not need this.
        @Override
        public void backwardToInputs(FusedGroup group) {
            throw new UnsupportedOperationException("the first layer has no gradient with respect to its inputs");
        }

        @Override
        public void gradient(Worker worker, LayerBatch batch, int firstShare, int endShare, float[] gradient) {
            for (EmbeddingPass embedding : embeddings) {
                embedding.gradient(worker, batch, firstShare, endShare, gradient);
            }
        }

        @Override
        public long gradientCost(LayerBatch batch) {
            long cost = 0;
            for (EmbeddingPass embedding : embeddings) {
                cost += embedding.gradientCost(batch);
            }
            return cost;
        }
    }
}
