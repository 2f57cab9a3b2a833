package io.github.taakgericht;

/** How a number is rounded. The order is that of the numbers in taakgericht.h. */
public enum Mode {
    /** To the nearest, a half away from zero. */
    HALF_UP,
    /** To the nearest, a half to the even one. */
    HALF_EVEN,
    /** To the nearest, a half towards zero. */
    HALF_DOWN,
    /** Away from zero. */
    UP,
    /** Towards zero. */
    DOWN,
    /** Towards what lies below. */
    FLOOR,
    /** Towards what lies above. */
    CEILING,
    /** Not at all: what is no multiple is a failure. */
    EXACT
}
