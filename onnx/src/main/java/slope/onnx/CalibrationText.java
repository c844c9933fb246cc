package slope.onnx;

import slope.model.CalibrationSummary;
import slope.model.CalibrationSummary.Brier;
import slope.model.CalibrationSummary.OfClass;
import slope.model.CalibrationSummary.OfQuantile;
import slope.onnx.json.Json;
import slope.onnx.json.JsonObject;

/// The calibration of out-of-fold predictions, as JSON and back.
final class CalibrationText {
    private CalibrationText() {}

    static JsonObject of(CalibrationSummary calibration) {
        return JsonObject.empty()
                .with(
                        "classes",
                        new Json.Items(calibration.classes().stream()
                                .map(CalibrationText::of)
                                .toList()))
                .with(
                        "quantiles",
                        new Json.Items(calibration.quantiles().stream()
                                .map(CalibrationText::of)
                                .toList()));
    }

    static CalibrationSummary read(JsonObject calibration) {
        return new CalibrationSummary(
                calibration.objects("classes").stream()
                        .map(CalibrationText::ofClass)
                        .toList(),
                calibration.objects("quantiles").stream()
                        .map(each -> new OfQuantile(each.decimal("level"), each.decimal("observed")))
                        .toList());
    }

    private static Json of(OfClass each) {
        return JsonObject.empty()
                .with("name", each.name())
                .with("error", each.error())
                .with("calibrated error", each.calibratedError())
                .with("brier", each.brier().score())
                .with("miscalibration", each.brier().miscalibration())
                .with("discrimination", each.brier().discrimination())
                .with("uncertainty", each.brier().uncertainty());
    }

    private static OfClass ofClass(JsonObject each) {
        return new OfClass(
                each.text("name"),
                each.decimal("error"),
                each.decimal("calibrated error"),
                new Brier(
                        each.decimal("brier"),
                        each.decimal("miscalibration"),
                        each.decimal("discrimination"),
                        each.decimal("uncertainty")));
    }

    private static Json of(OfQuantile each) {
        return JsonObject.empty().with("level", each.level()).with("observed", each.observed());
    }
}
