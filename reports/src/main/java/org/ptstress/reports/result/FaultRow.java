package org.ptstress.reports.result;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A seeded fault against a tool: a row of {@code faults.json}.
 *
 * @param fault the fault's name
 * @param tool the tool
 * @param expected KILLED, SURVIVES, WEAK_MEMORY_ONLY or DOES_NOT_APPLY
 * @param killed whether the tool found a witness
 * @param seconds how long that took, or how long it looked in vain
 * @param tries how many samples, interleavings or cases that took
 * @param witness what was seen, or ""
 */
public record FaultRow(
    @JsonProperty(required = true) String fault,
    @JsonProperty(required = true) String tool,
    @JsonProperty(required = true) String expected,
    @JsonProperty(required = true) boolean killed,
    @JsonProperty(required = true) double seconds,
    @JsonProperty(required = true) long tries,
    @JsonProperty(required = true) String witness) {}
