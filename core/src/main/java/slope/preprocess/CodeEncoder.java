package slope.preprocess;

/// Encodes a cell as one code, from 0, that selects a row of an embedding. Code 0 is that of missing
/// cells and of all without a code of their own.
public sealed interface CodeEncoder extends ColumnEncoder permits OrdinalEncoder, ExactValueEncoder {
    /// What has a code of its own has an embedding of its own, which cannot be learned from fewer
    /// training rows than this. What is rarer shares the embedding of missing and unseen cells, which
    /// is so trained as well.
    int MINIMUM_FREQUENCY = 3;

    /// The number of codes, code 0 included.
    int count();

    @Override
    default InputKind inputKind() {
        return InputKind.CATEGORY;
    }
}
