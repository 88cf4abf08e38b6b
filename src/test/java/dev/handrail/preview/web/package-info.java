/** The preview's page and its server. */
@NullMarked
package dev.handrail.preview.web;

import org.jspecify.annotations.NullMarked;
