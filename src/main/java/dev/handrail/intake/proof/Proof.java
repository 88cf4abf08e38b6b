package dev.handrail.intake.proof;

/** One way in which a sender shows that it may send. */
public interface Proof {
    Verdict check(Call call);

    /** Returns what a call must show, for whoever sets the sender up; holds no secret. */
    String wanted();

    /** Says whether a check reads the body. Where none does, a stranger is turned away before a byte of it is taken. */
    default boolean readsBody() {
        return false;
    }

    /** Says whether a check may wait for somebody else's server. */
    default boolean mayWait() {
        return false;
    }

    /** No proof at all: the list of addresses is what keeps others out. */
    record Nothing() implements Proof {
        @Override
        public Verdict check(Call call) {
            return Verdict.ACCEPTED;
        }

        @Override
        public String wanted() {
            return "nothing";
        }
    }
}
