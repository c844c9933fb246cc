package slope.report.model;

import slope.layer.BatchEnsembleAdapter;
import slope.layer.CustomLayer;
import slope.layer.Dense;
import slope.layer.Dropout;
import slope.layer.EnsembleHeads;
import slope.layer.FeatureEmbeddings;
import slope.layer.Layer;
import slope.layer.LayerNorm;
import slope.layer.ParametricActivation;
import slope.layer.Residual;
import slope.layer.Scale;

/// The kinds of layers.
public enum LayerKind {
    DENSE,
    FEATURE_EMBEDDINGS,
    SCALE,
    PARAMETRIC_ACTIVATION,
    DROPOUT,
    LAYER_NORM,
    RESIDUAL_BLOCK,
    BATCH_ENSEMBLE_ADAPTER,
    ENSEMBLE_HEADS,
    CUSTOM;

    static LayerKind of(Layer layer) {
        return switch (layer) {
            case Dense dense -> DENSE;
            case FeatureEmbeddings embeddings -> FEATURE_EMBEDDINGS;
            case Scale scale -> SCALE;
            case ParametricActivation activation -> PARAMETRIC_ACTIVATION;
            case Dropout dropout -> DROPOUT;
            case LayerNorm norm -> LAYER_NORM;
            case Residual block -> RESIDUAL_BLOCK;
            case BatchEnsembleAdapter adapter -> BATCH_ENSEMBLE_ADAPTER;
            case EnsembleHeads heads -> ENSEMBLE_HEADS;
            case CustomLayer custom -> CUSTOM;
        };
    }
}
