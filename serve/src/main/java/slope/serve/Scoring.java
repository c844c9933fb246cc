package slope.serve;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import slope.serve.http.HttpException;
import slope.serve.http.Request;
import slope.serve.http.Response;
import slope.serve.inference.InferReader;
import slope.serve.inference.InferRequest;
import slope.serve.inference.InferWriter;
import slope.serve.inference.Tensor;
import slope.serve.metric.Histogram;
import slope.serve.metric.ModelMetrics;
import slope.serve.model.Deadline;
import slope.serve.model.ServedModel;
import slope.serve.rows.RowReader;
import slope.serve.rows.RowWriter;
import slope.table.Column;
import slope.table.DataException;
import slope.table.Remedy;
import slope.table.Table;

/// Requests for predictions: read, predicted, written, and each part timed.
final class Scoring {
    private final Gate gate;
    private final ServeSettings.Limits limits;

    Scoring(Gate gate, ServeSettings.Limits limits) {
        this.gate = gate;
        this.limits = limits;
    }

    /// By the Open Inference Protocol.
    Response infer(Request request, ServedModel model, ModelMetrics metrics) throws IOException {
        requirePlain(request);
        return gate.pass(
                request,
                body -> refusing(() -> {
                    Deadline deadline = Deadline.in(limits.time());
                    InferRequest asked = timed(
                            metrics.preprocess(),
                            () -> new InferReader(model, limits.rows())
                                    .read(body, request.header("Inference-Header-Content-Length")));
                    InferWriter writer = new InferWriter(model, asked);
                    writer.requireOutputs(Explanations.names(asked, model));
                    Explanations.requireFor(asked, model);
                    List<Column> predicted =
                            timed(metrics.predict(), () -> model.predict(asked.rows(), deadline, metrics));
                    List<Tensor> attributions = Explanations.of(asked, model);
                    return timed(metrics.postprocess(), () -> writer.response(predicted, attributions));
                }));
    }

    /// Plain rows.
    Response predict(Request request, ServedModel model, ModelMetrics metrics) throws IOException {
        requirePlain(request);
        return gate.pass(
                request,
                body -> refusing(() -> {
                    Deadline deadline = Deadline.in(limits.time());
                    boolean isCsv = isCsv(request);
                    RowReader reader = new RowReader(model.columns(), model.reading(), limits.rows());
                    List<Table> pieces = timed(
                            metrics.preprocess(), () -> isCsv ? reader.ofCsv(body) : List.of(reader.ofJson(body)));
                    List<List<Column>> predicted = timed(metrics.predict(), () -> {
                        List<List<Column>> columns = new ArrayList<>();
                        pieces.forEach(piece -> columns.add(model.predict(piece, deadline, metrics)));
                        return columns;
                    });
                    boolean wantsCsv = request.header("Accept")
                            .filter(accept -> accept.contains(RowWriter.CSV) || accept.contains(Response.JSON))
                            .map(accept -> accept.contains(RowWriter.CSV))
                            .orElse(isCsv);
                    return timed(
                            metrics.postprocess(),
                            () -> wantsCsv ? RowWriter.csv(predicted) : RowWriter.json(predicted));
                }));
    }

    private static void requirePlain(Request request) {
        request.header("Content-Encoding")
                .filter(encoding -> !encoding.equalsIgnoreCase("identity"))
                .ifPresent(encoding -> {
                    throw new HttpException(415, "the body is packed with %s; send it as it is".formatted(encoding));
                });
    }

    private static boolean isCsv(Request request) {
        String type = request.header("Content-Type").orElse(Response.JSON);
        return switch (type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT)) {
            case RowWriter.CSV -> true;
            case Response.JSON, "application/x-www-form-urlencoded", "" -> false; // curl's own, if nothing is said
            default ->
                throw new HttpException(415, "the rows are \"%s\"; send application/json or text/csv".formatted(type));
        };
    }

    /// What the data's reader refuses is the client's to mend.
    private static Response refusing(Supplier<Response> work) {
        try {
            return work.get();
        } catch (DataException unusable) {
            throw new HttpException(400, sentence(unusable));
        }
    }

    /// Without remedies: who sends rows cannot train the model again.
    private static String sentence(DataException unusable) {
        return unusable.place()
                .flatMap(place -> unusable.found()
                        .flatMap(found -> unusable.wanted().map(wanted -> DataException.at(place, found, wanted))))
                .orElse(unusable)
                .message(Remedy::text);
    }

    private static <T> T timed(Histogram histogram, Supplier<T> work) {
        long start = System.nanoTime();
        T result = work.get();
        histogram.add(System.nanoTime() - start);
        return result;
    }
}
