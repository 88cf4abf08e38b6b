/**
 * What incident leads and other programs see over HTTP: pages and a JSON API for reading, and in {@code walk} a page for walking
 * without Slack. Start at {@code page.IncidentsController} and {@code api.IncidentsApi}; {@code access} says who may,
 * {@code timeline} says in words what happened, {@code failure} shapes every error.
 */
@NullMarked
package dev.handrail.web;

import org.jspecify.annotations.NullMarked;
