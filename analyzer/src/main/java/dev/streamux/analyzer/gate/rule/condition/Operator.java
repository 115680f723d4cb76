package dev.streamux.analyzer.gate.rule.condition;

/** Which side of a limit is good. */
public enum Operator {
    /** Below it. */
    LESS("<"),
    /** Below it or at it. */
    AT_MOST("<="),
    /** Above it. */
    MORE(">"),
    /** Above it or at it. */
    AT_LEAST(">=");

    private final String sign;

    Operator(String sign) {
        this.sign = sign;
    }

    /** The sign in rules. */
    public String sign() {
        return sign;
    }

    /** Whether smaller values are the good ones. */
    public boolean isUpperLimit() {
        return this == LESS || this == AT_MOST;
    }

    /** Whether {@code value} is on the good side of {@code limit}. */
    public boolean holds(double value, double limit) {
        return switch (this) {
            case LESS -> value < limit;
            case AT_MOST -> value <= limit;
            case MORE -> value > limit;
            case AT_LEAST -> value >= limit;
        };
    }

    /**
     * The operator of this sign.
     *
     * @throws IllegalArgumentException if none has it
     */
    public static Operator parse(String sign) {
        for (Operator operator : values()) {
            if (operator.sign.equals(sign)) {
                return operator;
            }
        }
        throw new IllegalArgumentException("operator is \"" + sign + "\"; it must be <, <=, > or >=");
    }
}
