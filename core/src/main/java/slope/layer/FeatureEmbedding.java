package slope.layer;

import java.util.List;

/// What [Layer.FeatureEmbeddings] makes of some consecutive inputs.
public sealed interface FeatureEmbedding {

    /// The inputs it takes.
    int inputs();

    /// The numbers it makes of them.
    int outputs();

    /// The inputs themselves, such as flags and one-hot columns.
    ///
    /// @param inputs how many, at least 1
    record Plain(int inputs) implements FeatureEmbedding {
        public Plain {
            requirePositive("inputs", inputs);
        }

        @Override
        public int outputs() {
            return inputs;
        }
    }

    /// Numbers as mixtures of waves, which a few layers bend more easily than the numbers themselves
    /// (PBLD of RealMLP: Holzmüller et al. 2024, arXiv 2407.04491, section 4). For each input x: h =
    /// cos(2π·w·x + b), e = h · W + c; the outputs are e and x itself.
    ///
    /// All e stand first, input by input, then all x. w starts normal with deviation `sigma`, b
    /// uniform in ±π, W and c uniform in ±1/√frequencies.
    ///
    /// @param inputs how many numbers
    /// @param frequencies w and b of each input
    /// @param mixtures numbers e of each input
    /// @param sigma the frequencies' deviation at the start, above 0
    record PeriodicEmbedding(int inputs, int frequencies, int mixtures, double sigma) implements FeatureEmbedding {
        public PeriodicEmbedding {
            requirePositive("inputs", inputs);
            requirePositive("frequencies", frequencies);
            requirePositive("mixtures", mixtures);
            if (!(sigma > 0) || Double.isInfinite(sigma)) {
                throw new IllegalArgumentException("the frequencies' deviation must be above 0, not " + sigma);
            }
        }

        @Override
        public int outputs() {
            return inputs * (mixtures + 1);
        }
    }

    /// Numbers as curves with a bend at each edge of a bin (Gorishniy et al. 2022, arXiv 2203.05556,
    /// section 3.1, in the form of their package's version B): out = x·w + b + Σ_t e_t·W_t, where e_t
    /// is the share of bin t that lies below x, from 0 to 1; beyond the outer edges the first and the
    /// last bin go on. w and b start uniform in ±1/√dimension, W at 0.
    ///
    /// @param edges one input each
    /// @param dimension numbers made of each input
    record PiecewiseLinearEmbedding(List<BinEdges> edges, int dimension) implements FeatureEmbedding {
        public PiecewiseLinearEmbedding {
            edges = List.copyOf(edges);
            requirePositive("inputs", edges.size());
            requirePositive("dimensions", dimension);
        }

        @Override
        public int inputs() {
            return edges.size();
        }

        @Override
        public int outputs() {
            return Math.multiplyExact(edges.size(), dimension);
        }

        /// The bins of all inputs together.
        public int bins() {
            return edges.stream().mapToInt(BinEdges::bins).sum();
        }
    }

    /// One input, the code of a level from 0, becomes the numbers that belong to the level; they
    /// start normal with deviation 1.
    ///
    /// @param levels how many, at least 1
    /// @param dimension numbers of each level
    record CategoryEmbedding(int levels, int dimension) implements FeatureEmbedding {
        public CategoryEmbedding {
            requirePositive("levels", levels);
            requirePositive("dimensions", dimension);
        }

        @Override
        public int inputs() {
            return 1;
        }

        @Override
        public int outputs() {
            return dimension;
        }
    }

    private static void requirePositive(String what, int count) {
        if (count < 1) {
            throw new IllegalArgumentException(
                    "a part of the features needs at least 1 of its %s, not %s".formatted(what, count));
        }
    }
}
