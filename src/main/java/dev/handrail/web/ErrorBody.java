package dev.handrail.web;

/**
 * What a program is answered when its request failed.
 *
 * @param error what was found and what was wanted, in a sentence
 */
public record ErrorBody(String error) {}
