package dev.handrail.match.text;

/** Where a page says a term: in its name, in what is happening and why, or in what to do. */
enum Place {
    NAME(0b001, 1),
    CONTEXT(0b010, 0.6),
    BODY(0b100, 0.3);

    /** What a near word is worth beside the word itself. */
    static final double NEAR = 0.6;

    /** How many bits it takes to say in which places a page says a term, and in which one near to it. */
    static final int BITS = 6;

    private final int said;
    private final double worth;

    /** @param worth what a term is worth here, beside one in the name */
    Place(int said, double worth) {
        this.said = said;
        this.worth = worth;
    }

    /** Returns the bit for the term itself. */
    int said() {
        return said;
    }

    /** Returns the bit for a term that is near to it. */
    int near() {
        return said << (BITS / 2);
    }

    /** Returns what each set of bits is worth: of several places, the best counts. */
    static double[] worths() {
        var worths = new double[1 << BITS];
        for (int bits = 0; bits < worths.length; bits++) {
            for (var place : values()) {
                var said = (bits & place.said) == 0 ? 0 : place.worth;
                var near = (bits & place.near()) == 0 ? 0 : NEAR * place.worth;
                worths[bits] = Math.max(worths[bits], Math.max(said, near));
            }
        }
        return worths;
    }
}
