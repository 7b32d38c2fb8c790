/** A style sheet means nothing to a test. */
export {}
