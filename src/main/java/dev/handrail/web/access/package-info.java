/**
 * Who may call over HTTP: bearer tokens for programs, a signed session cookie for people.
 */
@NullMarked
package dev.handrail.web.access;

import org.jspecify.annotations.NullMarked;
