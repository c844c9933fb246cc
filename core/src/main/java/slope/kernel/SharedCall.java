package slope.kernel;

/// One operation in work among the threads of a team: its arguments, written by the caller and read
/// by all, and how each thread's part of it is computed.
///
/// There is one for all operations, made once, so that sharing an operation allocates nothing. The
/// fields mean what the operation's parameters of the same name mean; an operation reads only its
/// own. Where an operation takes several arrays, they stand in its order.
final class SharedCall implements Team.Task {
    private static final float[] NONE = {};

    /// Computes the outputs from `start` to below `end` of a shared operation: rows, columns or
    /// numbers of an array.
    interface Part {
        void compute(Kernels kernels, SharedCall call, SharedViews views, int start, int end);
    }

    private final Kernels[] members;
    private final SharedViews[] views; // one for each thread
    private Part part = (_, _, _, _, _) -> {};
    private int length; // outputs to share
    private int grain; // each part is a multiple of it, except the last

    MatrixView left = new MatrixView();
    MatrixView right = left;
    MatrixView from = left; // where a product's chains start
    MatrixView result = left;
    ElementwiseFunction function = ElementwiseFunction.IDENTITY;
    float[] first = NONE;
    float[] second = NONE;
    float[] third = NONE;
    float[] fourth = NONE;
    int offset;
    int columns;
    float scale; // or the rate of a step, or the parameter of a function
    float momentum;
    float meanShare;
    float squareShare;
    float rootScale;
    float epsilon;
    float decay;

    SharedCall(Kernels[] members) {
        this.members = members;
        this.views = new SharedViews[members.length];
        for (int member = 0; member < members.length; member++) {
            views[member] = new SharedViews();
        }
    }

    /// Names the arrays, in the operation's order.
    void setArrays(float[] first, float[] second) {
        this.first = first;
        this.second = second;
    }

    void setArrays(float[] first, float[] second, float[] third) {
        setArrays(first, second);
        this.third = third;
    }

    void setArrays(float[] first, float[] second, float[] third, float[] fourth) {
        setArrays(first, second, third);
        this.fourth = fourth;
    }

    /// Names what is to be done next.
    SharedCall of(Part part, int length, int grain) {
        this.part = part;
        this.length = length;
        this.grain = grain;
        return this;
    }

    @Override
    public void run(int member) {
        int start = startOf(member);
        int end = startOf(member + 1);
        if (start < end) {
            part.compute(members[member], this, views[member], start, end);
        }
    }

    private int startOf(int member) {
        long grains = Math.ceilDiv(length, grain);
        return (int) Math.min(length, grains * member / members.length * grain);
    }
}
