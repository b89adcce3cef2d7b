package dev.legacylogin.benchmark;

/**
 * Two things that are compared.
 *
 * @param group what it is part of: the heading of its table
 * @param name what is measured
 * @param visit it
 * @param beside what it is measured against
 * @param base that
 */
record Pair(String group, String name, Visit visit, String beside, Visit base) {}
