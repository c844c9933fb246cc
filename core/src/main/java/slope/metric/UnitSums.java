package slope.metric;

import java.util.Arrays;

/// The sums of a [SummedMetric] over the rows of each sampling unit, without those that are 0: the sums of a
/// sample are theirs, as often as each unit was drawn.
final class UnitSums implements ResampledScore {
    private final SummedMetric metric;
    private final ScoredRows rows;
    private final int sums;
    private int[] units = new int[1024]; // of each entry
    private int[] places = new int[1024]; // which of the sums, the last is that of the weights
    private double[] amounts = new double[1024];
    private int entries;

    UnitSums(SummedMetric metric, ScoredRows rows, SamplingUnits sampled) {
        this.metric = metric;
        this.rows = rows;
        this.sums = metric.sums(rows);
        int[] byUnit = byUnit(sampled);
        double[] ofUnit = new double[sums + 1];
        for (int place = 0; place < byUnit.length; place++) {
            int row = byUnit[place];
            for (int pass = 0; pass < metric.passes(rows); pass++) {
                metric.add(rows, row, pass, ofUnit);
            }
            ofUnit[sums] += rows.weight(row);
            if (place + 1 == byUnit.length || sampled.of(byUnit[place + 1]) != sampled.of(row)) {
                keep(sampled.of(row), ofUnit);
            }
        }
    }

    /// The rows, those of a unit next to each other.
    private static int[] byUnit(SamplingUnits sampled) {
        int[] ends = new int[sampled.count() + 1];
        for (int row = 0; row < sampled.rows(); row++) {
            ends[sampled.of(row) + 1]++;
        }
        for (int unit = 1; unit < ends.length; unit++) {
            ends[unit] += ends[unit - 1];
        }
        int[] rows = new int[sampled.rows()];
        for (int row = 0; row < rows.length; row++) {
            rows[ends[sampled.of(row)]++] = row;
        }
        return rows;
    }

    private void keep(int unit, double[] ofUnit) {
        for (int place = 0; place < ofUnit.length; place++) {
            if (ofUnit[place] != 0) {
                if (entries == units.length) {
                    units = Arrays.copyOf(units, 2 * entries);
                    places = Arrays.copyOf(places, 2 * entries);
                    amounts = Arrays.copyOf(amounts, 2 * entries);
                }
                units[entries] = unit;
                places[entries] = place;
                amounts[entries] = ofUnit[place];
                entries++;
                ofUnit[place] = 0;
            }
        }
    }

    @Override
    public double of(int[] counts) {
        double[] all = new double[sums + 1];
        for (int entry = 0; entry < entries; entry++) {
            int count = counts[units[entry]];
            all[places[entry]] += count == 0 ? 0 : count * amounts[entry]; // 0 times NaN is NaN
        }
        return metric.score(rows, Arrays.copyOf(all, sums), all[sums]);
    }
}
